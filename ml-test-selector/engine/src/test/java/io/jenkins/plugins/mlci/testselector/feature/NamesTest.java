package io.jenkins.plugins.mlci.testselector.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "com.shop.CartTest, com|shop|CartTest",
        "com.shop.CartTest$Nested, com|shop|CartTest|Nested",
        "src/cart/cart.spec.ts, src|cart|cart",
        "tests/test_cart.py, tests|test_cart",
        "src\\cart\\Cart.cs, src|cart|Cart",
        "a//b/, a|b",
        "'', ''",
        "/, ''",
        "src/.gitignore, src|.gitignore",
        "docs/v1.2/readme, docs|v1.2|readme"
    })
    void splitsPathsAndDottedNames(String name, String segments) {
        assertThat(String.join("|", Names.segments(name))).isEqualTo(segments);
    }

    @Example
    void onlyTheLastHundredSegmentsCount() {
        List<String> segments = Names.segments("a/".repeat(500) + "b/Cart.java");

        assertThat(segments).hasSize(100).endsWith("a", "b", "Cart");
    }

    @ParameterizedTest
    @CsvSource({
        "JsonReaderTest, json|reader|test",
        "HTTPServer2Test, http|server|2|test",
        "test_cart_total, test|cart|total",
        "kebab-case.name, kebab|case|name",
        "ABC, abc",
        "'', ''",
        "___, ''"
    })
    void splitsIdentifiersIntoWords(String identifier, String words) {
        assertThat(String.join("|", Names.words(identifier))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"JsonReaderTest, json|reader", "test_cart, cart", "CartIT, cart", "Test, test", "CartSpec, cart"})
    void subjectIsWhatIsTested(String identifier, String words) {
        assertThat(String.join("|", Names.subject(identifier))).isEqualTo(words);
    }

    @Example
    void wordsOfOneStemMeet() {
        assertThat(Names.stem("serializer")).isEqualTo(Names.stem("serialization"));
        assertThat(Names.stem("cart")).isEqualTo("cart");
    }

    @Property(tries = 500)
    void anyTextIsSplit(@ForAll String text) {
        assertThat(Names.segments(text)).noneMatch(String::isEmpty).hasSizeLessThanOrEqualTo(100);
        assertThat(Names.words(text)).noneMatch(String::isEmpty);
        assertThat(Names.subject(text)).isSubsetOf(Names.words(text));
    }
}
