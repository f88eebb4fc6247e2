package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.logscan.secret.SecretScanner;
import io.jenkins.plugins.mlci.logscan.template.Form;
import io.jenkins.plugins.mlci.logscan.template.Template;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci templates}: the kinds of lines a log has. */
@Command(
        name = "templates",
        description = {
            "Group the lines of a log: lines that differ only in their values share a template. There is nothing to tune.",
            "With --json: \"templates\" with id, text and count, and \"lines\" with the id of each line, in order."
        })
final class TemplatesCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "LOG", description = "The log; - for standard input. It may be gzipped.")
    private String log;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many templates to print, the most frequent first. Default: ${DEFAULT-VALUE}.")
    private int most = 40;

    TemplatesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<Form> lines = new ArrayList<>();
        TemplateMiner miner = new TemplateMiner();
        SecretScanner secrets = new SecretScanner();
        try (InputStream in = LogInput.open(context, log)) {
            LineReader.readAll(in, line -> {
                secrets.scan(line);
                lines.add(miner.learn(line));
            });
        }
        List<Template> templates = templates(lines);
        context.print(String.format(Locale.ROOT, "%,d lines, %,d templates", lines.size(), templates.size()));
        templates.stream()
                .sorted(Comparator.comparingLong(Template::count).reversed())
                .limit(most)
                .forEach(each -> context.print(String.format(
                        Locale.ROOT, "%s %8d  %s", each.name(), each.count(), ScanText.shorten(each.text()))));
        json(templates, lines);
        return ExitCode.OK.code();
    }

    /** The templates as they are now that all lines are known, in the order of their first lines. */
    private static List<Template> templates(Collection<Form> lines) {
        Set<Form> forms = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Long, Template> templates = new LinkedHashMap<>();
        for (Form form : lines) {
            if (forms.add(form)) {
                Template template = form.template();
                templates.merge(
                        template.id(),
                        new Template(template.id(), template.text(), form.count()),
                        (before, more) -> new Template(before.id(), before.text(), before.count() + more.count()));
            }
        }
        return List.copyOf(templates.values());
    }

    /** Written piece by piece: a log may have millions of lines. */
    private void json(List<Template> templates, List<Form> lines) throws IOException {
        if (context.options().json().isEmpty()) {
            return;
        }
        if (context.options().jsonToOutput()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(templates, lines, bytes);
            context.environment().out().println(bytes.toString(StandardCharsets.UTF_8));
            return;
        }
        Path file = context.resolve(Path.of(context.options().json())).toAbsolutePath();
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            write(templates, lines, out);
        }
    }

    private static void write(List<Template> templates, List<Form> lines, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayFieldStart("templates");
            for (Template template : templates) {
                json.writeStartObject();
                json.writeStringField("id", template.name());
                json.writeStringField("text", template.text());
                json.writeNumberField("count", template.count());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("lines");
            Map<Form, String> names = new IdentityHashMap<>();
            for (Form form : lines) {
                json.writeString(names.computeIfAbsent(form, each -> Template.name(each.templateId())));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
