package io.jenkins.plugins.mlci.logscan.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static Signature of(String... headlines) {
        return Signature.of("test", List.of(headlines), List.of(headlines));
    }

    @Test
    void numbersTimesHashesAndFoldersDoNotMatter() {
        assertThat(of("/home/a/ws-12/src/Foo.java:[12,3] cannot find symbol at 10:11:12 in a3f9bc21")
                        .id())
                .isEqualTo(of("/tmp/b/ws-99/src/Foo.java:[99,1] cannot find symbol at 23:59:01 in 00ffee11")
                        .id());
    }

    @Test
    void theOrderInWhichThingsFailedDoesNotMatter() {
        assertThat(of("a.FooTest.x failed", "b.BarTest.y failed").id())
                .isEqualTo(of("b.BarTest.y failed", "a.FooTest.x failed").id());
    }

    @Test
    void otherFailuresAndOtherCategoriesDiffer() {
        assertThat(of("cannot find symbol").id())
                .isNotEqualTo(of("connection refused").id());
        assertThat(Signature.of("network", List.of("x y"), List.of()).id())
                .isNotEqualTo(Signature.of("disk", List.of("x y"), List.of()).id());
    }

    @Test
    void similarityFollowsTheSharedWords() {
        Signature one = of("alpha beta gamma delta epsilon zeta eta theta iota kappa");
        Signature near = of("alpha beta gamma delta epsilon zeta eta theta iota lambda");
        Signature far = of("one two three four five six seven eight nine ten");
        assertThat(one.similarity(one)).isEqualTo(1);
        assertThat(one.similarity(near)).isBetween(0.5, 0.99);
        assertThat(one.similarity(far)).isLessThan(0.3);
    }

    @Property(tries = 200)
    void anyTextHasAShortSignature(@ForAll String headline, @ForAll String line) {
        Signature signature = Signature.of("test", List.of(headline), List.of(line));
        assertThat(signature.id()).matches("[0-9a-f]{16}");
        assertThat(signature.similarity(signature)).isEqualTo(1);
        assertThat(SignatureJson.read(signature.id(), SignatureJson.write(signature, List.of(line))))
                .isEqualTo(signature);
    }

    @Test
    void aDocumentThatIsNotOursHasNoSketch() {
        assertThat(SignatureJson.read("x", "{broken").sketch()).isEmpty();
        assertThat(SignatureJson.read("x", null).sketch()).isEmpty();
        assertThat(SignatureJson.read("x", "{\"sketch\":[1,2]}").sketch()).isEmpty();
    }
}
