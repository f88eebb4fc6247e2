package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.ProvenanceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes and reads text classifiers as JSON, with the checks of {@link ModelJson}. Buckets that are not used are left out. */
public final class TextClassifierJson {
    private static final String KIND = "text";

    private TextClassifierJson() {}

    /** All numbers are rows over the same buckets. */
    record Document(
            int format,
            String kind,
            int bits,
            int wordGrams,
            float runWeight,
            int head,
            int shortestPiece,
            int longestPiece,
            int[] buckets,
            float[] rarity,
            List<LabelDocument> labels,
            ProvenanceDocument provenance) {}

    record LabelDocument(String label, float[] weights, double bias, double slope, double intercept) {}

    /** The model as UTF-8 JSON. */
    public static byte[] write(TextClassifier model) {
        int[] used = new int[model.rarity().length];
        int size = 0;
        for (int bucket = 0; bucket < used.length; bucket++) {
            if (model.rarity()[bucket] > 0) {
                used[size++] = bucket;
            }
        }
        int[] buckets = Arrays.copyOf(used, size);
        List<LabelDocument> labels = new ArrayList<>();
        for (int i = 0; i < model.labels().size(); i++) {
            TextClassifier.Part part = model.parts().get(i);
            labels.add(new LabelDocument(
                    model.labels().get(i),
                    pick(part.weights(), buckets),
                    part.bias(),
                    part.calibration().slope(),
                    part.calibration().intercept()));
        }
        HashedText text = model.text();
        try {
            return ModelJson.MAPPER.writeValueAsBytes(new Document(
                    ModelDocuments.FORMAT,
                    KIND,
                    text.bits(),
                    text.wordGrams(),
                    text.runWeight(),
                    text.head(),
                    text.shortestPiece(),
                    text.longestPiece(),
                    buckets,
                    pick(model.rarity(), buckets),
                    labels,
                    ModelDocuments.of(model.provenance())));
        } catch (IOException e) {
            throw new UncheckedIOException("A model could not be turned into JSON.", e);
        }
    }

    /**
     * The model in this document.
     *
     * @throws ModelFormatException when it is damaged, hostile or of another format version
     */
    public static TextClassifier read(byte[] json) {
        return ModelJson.read(json, Document.class, TextClassifierJson::model);
    }

    private static TextClassifier model(Document document) {
        if (!KIND.equals(document.kind)) {
            throw new ModelFormatException("The model's kind is " + document.kind + ", but must be " + KIND + ".");
        }
        HashedText text = new HashedText(
                document.bits,
                document.wordGrams,
                document.runWeight,
                document.head,
                document.shortestPiece,
                document.longestPiece);
        List<TextClassifier.Part> parts = document.labels.stream()
                .map(label -> new TextClassifier.Part(
                        spread(label.weights, document.buckets, text.buckets()),
                        label.bias,
                        new PlattCalibration(label.slope, label.intercept)))
                .toList();
        return new TextClassifier(
                text,
                spread(document.rarity, document.buckets, text.buckets()),
                document.labels.stream().map(LabelDocument::label).toList(),
                parts,
                ModelDocuments.provenance(document.provenance));
    }

    private static float[] pick(float[] row, int[] buckets) {
        float[] picked = new float[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            picked[i] = row[buckets[i]];
        }
        return picked;
    }

    private static float[] spread(float[] picked, int[] buckets, int all) {
        float[] row = new float[all];
        if (picked.length != buckets.length) {
            throw new ModelFormatException(
                    "A text model has " + picked.length + " numbers for " + buckets.length + " buckets.");
        }
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] < 0 || buckets[i] >= all || i > 0 && buckets[i] <= buckets[i - 1]) {
                throw new ModelFormatException("The buckets of a text model must rise and lie below " + all + ".");
            }
            row[buckets[i]] = picked[i];
        }
        return row;
    }
}
