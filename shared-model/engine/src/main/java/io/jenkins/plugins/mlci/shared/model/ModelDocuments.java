package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.Clipper;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.FeatureDocument;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.LinearDocument;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.ProvenanceDocument;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.SchemaDocument;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.TermDocument;
import io.jenkins.plugins.mlci.shared.model.ModelDocument.TreesDocument;
import java.time.Instant;

/** Turns models into documents and back; every constructor on the way back checks what it is given. */
final class ModelDocuments {
    static final int FORMAT = 1;
    private static final String TREES = "trees";
    private static final String LINEAR = "linear";

    private ModelDocuments() {}

    static ModelDocument of(PortableModel model) {
        TreesDocument trees = null;
        LinearDocument linear = null;
        if (model.predictor() instanceof TreeEnsemble ensemble) {
            trees = of(ensemble);
        } else if (model.predictor() instanceof LinearPredictor predictor) {
            linear = of(predictor);
        }
        return new ModelDocument(
                FORMAT,
                trees == null ? LINEAR : TREES,
                of(model.schema()),
                trees,
                linear,
                CalibrationDocuments.of(model.calibration()),
                of(model.provenance()));
    }

    static PortableModel model(ModelDocument document) {
        return new PortableModel(
                schema(document.schema()),
                predictor(document),
                CalibrationDocuments.calibration(document.calibration()),
                provenance(document.provenance()));
    }

    private static Predictor predictor(ModelDocument document) {
        if (TREES.equals(document.kind()) && document.trees() != null && document.linear() == null) {
            TreesDocument t = document.trees();
            TreeArrays arrays = new TreeArrays(
                    t.starts(), t.feature(), t.threshold(), t.left(), t.right(), t.missingLeft(), t.value(), t.cover());
            return new TreeEnsemble(document.schema().features().size(), Link.valueOf(t.link()), t.base(), arrays);
        }
        if (LINEAR.equals(document.kind()) && document.linear() != null && document.trees() == null) {
            LinearDocument linear = document.linear();
            return new LinearPredictor(
                    linear.intercept(),
                    linear.terms().stream().map(ModelDocuments::term).toList());
        }
        throw new ModelFormatException("The model's kind is " + document.kind() + ", but must be " + TREES + " or "
                + LINEAR + " with only its own part present.");
    }

    private static TreesDocument of(TreeEnsemble ensemble) {
        TreeArrays t = ensemble.trees();
        return new TreesDocument(
                ensemble.link().name(),
                ensemble.base(),
                t.starts(),
                t.feature(),
                t.threshold(),
                t.left(),
                t.right(),
                t.missingLeft(),
                t.value(),
                t.cover());
    }

    private static LinearDocument of(LinearPredictor predictor) {
        return new LinearDocument(
                predictor.intercept(),
                predictor.terms().stream()
                        .map(t -> new TermDocument(
                                t.clipper().lower(),
                                t.clipper().upper(),
                                t.mean(),
                                t.scale(),
                                t.weight(),
                                t.missingWeight(),
                                t.missingShare()))
                        .toList());
    }

    private static LinearTerm term(TermDocument t) {
        return new LinearTerm(
                new Clipper(t.lower(), t.upper()),
                t.mean(),
                t.scale(),
                t.weight(),
                t.missingWeight(),
                t.missingShare());
    }

    private static SchemaDocument of(FeatureSchema schema) {
        return new SchemaDocument(
                schema.id(),
                schema.version(),
                schema.features().stream()
                        .map(f -> new FeatureDocument(f.name(), f.unit(), f.meaning(), f.clipped()))
                        .toList());
    }

    private static FeatureSchema schema(SchemaDocument schema) {
        return new FeatureSchema(
                schema.id(),
                schema.version(),
                schema.features().stream()
                        .map(f -> new Feature(f.name(), f.unit(), f.meaning(), f.clipped()))
                        .toList());
    }

    static ProvenanceDocument of(Provenance p) {
        return new ProvenanceDocument(
                p.learner(),
                p.parameters(),
                p.codeVersion(),
                p.from() == null ? null : p.from().toString(),
                p.to() == null ? null : p.to().toString(),
                p.rows(),
                p.positives(),
                p.seed(),
                p.metrics(),
                p.notes());
    }

    static Provenance provenance(ProvenanceDocument p) {
        return new Provenance(
                p.learner(),
                p.parameters(),
                p.codeVersion(),
                p.from() == null ? null : Instant.parse(p.from()),
                p.to() == null ? null : Instant.parse(p.to()),
                p.rows(),
                p.positives(),
                p.seed(),
                p.metrics(),
                p.notes());
    }
}
