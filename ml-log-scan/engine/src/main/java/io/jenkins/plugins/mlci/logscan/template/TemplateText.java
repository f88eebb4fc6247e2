package io.jenkins.plugins.mlci.logscan.template;

/** How templates are written. */
final class TemplateText {
    /** Stands for a value. */
    static final String WILDCARD = "<*>";

    private TemplateText() {}
}
