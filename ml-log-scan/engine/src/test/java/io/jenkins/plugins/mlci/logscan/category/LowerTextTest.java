package io.jenkins.plugins.mlci.logscan.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LowerTextTest {
    @Test
    void findsPhrasesWhateverTheCase() {
        LowerText text = new LowerText("No Space left on device");
        assertThat(text.contains("no space left")).isTrue();
        assertThat(text.contains("no disk")).isFalse();
        assertThat(new LowerText("").contains("x")).isFalse();
    }

    @Property(tries = 300)
    void saysWhatASearchSays(@ForAll String line, @ForAll String phrase) {
        String lower = line.toLowerCase(Locale.ROOT);
        assertThat(new LowerText(line).contains(phrase)).isEqualTo(lower.contains(phrase));
        assertThat(new LowerText(line + phrase).contains(phrase))
                .isEqualTo((line + phrase).toLowerCase(Locale.ROOT).contains(phrase));
    }
}
