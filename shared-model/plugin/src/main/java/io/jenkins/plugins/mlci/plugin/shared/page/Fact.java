package io.jenkins.plugins.mlci.plugin.shared.page;

/**
 * One line of a model's card.
 *
 * @param name what it is
 * @param value how it is
 */
public record Fact(String name, String value) {
    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }
}
