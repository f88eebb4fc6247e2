package io.jenkins.plugins.mlci.shared.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** The JSON form of a portable model; {@code format} comes first, exactly one of trees and linear is present. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelDocument(
        int format,
        String kind,
        SchemaDocument schema,
        TreesDocument trees,
        LinearDocument linear,
        CalibrationDocument calibration,
        ProvenanceDocument provenance) {

    record SchemaDocument(String id, int version, List<FeatureDocument> features) {}

    record FeatureDocument(String name, String unit, String meaning, boolean clipped) {}

    record TreesDocument(
            String link,
            double base,
            int[] starts,
            int[] feature,
            double[] threshold,
            int[] left,
            int[] right,
            boolean[] missingLeft,
            double[] value,
            double[] cover) {}

    record LinearDocument(double intercept, List<TermDocument> terms) {}

    record TermDocument(
            double lower,
            double upper,
            double mean,
            double scale,
            double weight,
            double missingWeight,
            double missingShare) {}

    /** Numbers by kind: none, (slope, intercept), (a, b, c), or inputs followed by as many outputs. */
    record CalibrationDocument(String kind, double[] numbers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProvenanceDocument(
            String learner,
            Map<String, String> parameters,
            String codeVersion,
            String from,
            String to,
            long rows,
            long positives,
            long seed,
            Map<String, Double> metrics,
            String notes) {}
}
