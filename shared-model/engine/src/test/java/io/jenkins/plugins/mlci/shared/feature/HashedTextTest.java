package io.jenkins.plugins.mlci.shared.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashedTextTest {
    private static final HashedText PLAIN = new HashedText(18, 2, 0.5f, 0, 0, 0);

    @Test
    void cutsNamesIntoTheirParts() {
        assertThat(Words.of("OrderService failed, XMLReader: error 500 at 1718200455"))
                .containsExactly(
                        "orderservice",
                        "order",
                        "service",
                        "failed",
                        "xmlreader",
                        "xml",
                        "reader",
                        "error",
                        "500",
                        "at",
                        "#");
        assertThat(Words.of("...")).isEmpty();
        assertThat(Words.of("A".repeat(200))).containsExactly("a".repeat(60));
    }

    @Test
    void countsWordsAndPairs() {
        assertThat(PLAIN.tokens("disk full disk full"))
                .extracting(HashedText.Token::text)
                .containsExactly("disk", "disk full", "full", "full disk", "disk", "disk full", "full");
        SparseVector row = PLAIN.vector("disk full disk full");
        assertThat(row.size()).isEqualTo(4);
        double once = 0.5;
        double twice = 1 + Math.log(2);
        assertThat(row.squaredLength())
                .isCloseTo(
                        2 * twice * twice + twice * once * twice * once + once * once,
                        org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void countsTheFirstWordsOnceMore() {
        HashedText head = new HashedText(18, 1, 1, 2, 0, 0);
        assertThat(head.vector("a b c d").size()).isEqualTo(6);
        assertThat(head.vector("a b").dot(head.vector("x x a b"))).isEqualTo(2);
    }

    @Test
    void countsPiecesOfWords() {
        HashedText pieces = new HashedText(18, 1, 1, 0, 3, 3);
        assertThat(pieces.tokens("net")).extracting(HashedText.Token::text).containsExactly("net", "<ne", "net", "et>");
        assertThat(pieces.vector("timeout").dot(pieces.vector("timeouts"))).isGreaterThan(4);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        for (HashedText.Token ignored : PLAIN.tokens("x")) {
            assertThat(ignored.bucket()).isBetween(0, PLAIN.buckets() - 1);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedText(30, 1, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedText(18, 0, 1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedText(18, 1, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HashedText(18, 1, 1, 0, 5, 3));
    }

    @Property
    void anyTextBecomesARow(@ForAll String text) {
        SparseVector row = HashedText.WORDS_AND_PAIRS.vector(text);
        assertThat(row).isEqualTo(HashedText.WORDS_AND_PAIRS.vector(text));
        List<String> words = Words.of(text);
        assertThat(row.size() == 0).isEqualTo(words.isEmpty());
    }
}
