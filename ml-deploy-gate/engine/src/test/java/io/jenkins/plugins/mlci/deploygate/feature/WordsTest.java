package io.jenkins.plugins.mlci.deploygate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void cutsTitlesIntoWordsAndAddsLabels() {
        assertThat(Words.of(new ChangeText("Bump nginxIngress to v2 (#881), bump again", 0, List.of("bot"))))
                .containsExactly("bump", "nginx", "ingress", "to", "v2", "again", ":bot");
        assertThat(Words.of(ChangeText.UNKNOWN)).isEmpty();
    }

    @Property
    void takesAnyTitle(@ForAll String title, @ForAll @IntRange(min = 1, max = 100_000) int buckets) {
        List<String> words = Words.of(new ChangeText(title, 0, List.of()));
        assertThat(words).hasSizeLessThanOrEqualTo(60).doesNotHaveDuplicates();
        words.forEach(word -> assertThat(Words.bucket(word, buckets)).isBetween(0, buckets - 1));
    }

    @Test
    void findsTheMostSimilarTitle() {
        RecentTitles titles = new RecentTitles(100, 3);
        titles.add(0, List.of("a", "b"));
        titles.add(10, List.of("c", "d"));
        RecentTitles.Match match = titles.match(20, List.of("c", "d", "e"), word -> 1);
        assertThat(match.best()).isGreaterThan(0.6).isLessThan(0.7);
        assertThat(match.hours()).isEqualTo(10);
        assertThat(match.similar()).isEqualTo(1);
        assertThat(titles.match(200, List.of("c"), word -> 1).best()).isZero();
    }
}
