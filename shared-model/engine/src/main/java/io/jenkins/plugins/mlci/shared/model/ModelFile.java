package io.jenkins.plugins.mlci.shared.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * One model in a file, and the version before it beside it. A save is complete or has not happened; a damaged file is
 * answered with the version before. One writer at a time.
 */
public final class ModelFile {
    private final Path current;
    private final Path previous;

    /** In this file; its folder is made when needed. */
    public ModelFile(Path file) {
        String name = String.valueOf(file.getFileName());
        this.current = file;
        this.previous = file.resolveSibling(name + ".previous");
    }

    /**
     * What was found.
     *
     * @param model the model
     * @param problem why the current version could not be used and this is the one before; empty when all is well
     */
    public record Loaded(PortableModel model, Optional<String> problem) {}

    /** Replaces the model; the one in force until now is kept as the previous one. */
    public void save(PortableModel model) throws IOException {
        byte[] json = ModelJson.write(model);
        if (json.length > ModelJson.MAX_BYTES) {
            throw new ModelFormatException("The model has " + json.length + " bytes, more than the "
                    + ModelJson.MAX_BYTES + " that can be read back. Learn fewer or smaller trees.");
        }
        AtomicFile.write(current, json, () -> {
            if (isGood(current)) {
                Files.move(current, previous, StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    /**
     * The current model, or the previous one with the reason; empty when nothing was ever saved.
     *
     * @throws ModelFormatException when neither can be used
     */
    public Optional<Loaded> load() throws IOException {
        String problem;
        try {
            return Optional.of(new Loaded(read(current), Optional.empty()));
        } catch (NoSuchFileException e) {
            problem = "The file " + current.getFileName() + " is missing.";
        } catch (ModelFormatException e) {
            problem = e.getMessage();
        }
        try {
            return Optional.of(new Loaded(read(previous), Optional.of(problem)));
        } catch (NoSuchFileException e) {
            if (Files.exists(current)) {
                throw new ModelFormatException(problem);
            }
            return Optional.empty();
        } catch (ModelFormatException e) {
            throw new ModelFormatException(problem + " The version before cannot be used either: " + e.getMessage(), e);
        }
    }

    /** Puts the previous model back in force; false when there is none. */
    public boolean rollBack() throws IOException {
        if (!isGood(previous)) {
            return false;
        }
        Files.move(previous, current, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static boolean isGood(Path file) throws IOException {
        try {
            read(file);
            return true;
        } catch (NoSuchFileException | ModelFormatException e) {
            return false;
        }
    }

    private static PortableModel read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(ModelJson.MAX_BYTES + 1);
            return ModelJson.read(json);
        }
    }
}
