package io.jenkins.plugins.mlci.plugin.deploygate.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"prod", "eu/west prod", "~", "..", "ü<>&\"", "%2F", ""})
    void anyTextComesBack(String text) {
        assertThat(Token.of(text)).matches("~?[A-Za-z0-9_-]*");
        assertThat(Token.read(Token.of(text))).contains(text);
    }

    @Test
    void whatStandsForNothingIsNothing() {
        assertThat(Token.read("~***")).isEmpty();
        assertThat(Token.read("a b")).isEmpty();
    }
}
