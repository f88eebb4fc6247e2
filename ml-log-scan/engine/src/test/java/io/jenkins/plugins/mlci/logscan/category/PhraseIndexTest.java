package io.jenkins.plugins.mlci.logscan.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
    @Test
    void findsPhrasesThatShareWords() {
        PhraseIndex index = new PhraseIndex(List.of("no space", "no space left", "space", "disk full", "no space"));
        assertThat(index.in(new LowerText("write: No space left on device"))).containsExactlyInAnyOrder(0, 1, 2, 4);
        assertThat(index.in(new LowerText(""))).isEmpty();
        assertThat(new PhraseIndex(List.of()).in(new LowerText("no space"))).isEmpty();
    }

    @Property(tries = 500)
    void findsWhatASearchFinds(
            @ForAll @Size(min = 1, max = 30)
                    List<@StringLength(min = 2, max = 4) @CharRange(from = 'a', to = 'd') String> phrases,
            @ForAll @StringLength(max = 30) @CharRange(from = 'A', to = 'E') String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        int[] expected = IntStream.range(0, phrases.size())
                .filter(i -> lower.contains(phrases.get(i)))
                .toArray();
        assertThat(new PhraseIndex(phrases).in(new LowerText(line)))
                .containsExactlyInAnyOrder(IntStream.of(expected).boxed().toArray(Integer[]::new));
    }
}
