package io.jenkins.plugins.mlci.logscan.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.baseline.FormUse;
import io.jenkins.plugins.mlci.logscan.template.Form;
import io.jenkins.plugins.mlci.logscan.template.TemplateMiner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeenTableTest {
    private final TemplateMiner miner = new TemplateMiner();
    private final SeenTable table = new SeenTable();

    /** Adds a wording of its own, seen that many times from that line on. */
    private Form add(int line, int times) {
        byte[] bytes = ("word " + letters(line)).getBytes(StandardCharsets.UTF_8);
        Form form = miner.learn(bytes, 0, bytes.length);
        Seen seen = new Seen(new FormUse(form, null, line), 1, false);
        for (int i = 0; i < times; i++) {
            seen.use.seen(line + i, 0);
        }
        table.add(seen);
        return form;
    }

    /** A number in letters, for digits are values. */
    private static String letters(int number) {
        StringBuilder text = new StringBuilder("z");
        for (int rest = number; rest > 0; rest /= 26) {
            text.append((char) ('a' + rest % 26));
        }
        return text.toString();
    }

    @Test
    void findsByKeyAndListsByFirstLine() {
        Form one = add(1, 1);
        Form two = add(2, 5);
        assertThat(table.get(one.key()).use.form()).isSameAs(one);
        assertThat(table.get(two.key()).use.count()).isEqualTo(5);
        assertThat(table.get(one.key() + 1)).isNull();
        assertThat(table.all()).extracting(seen -> seen.use.first()).containsExactly(1L, 2L);
    }

    @Test
    void dropsWhatWasSeenLeastAndKeepsTheOrder() {
        for (int line = 1; line <= SeenTable.MOST; line++) {
            add(line, line % 2 == 0 ? 3 : 1);
        }
        Form newest = add(SeenTable.MOST + 1, 1);
        assertThat(table.all()).hasSize(SeenTable.MOST / 2 + 1);
        assertThat(table.all()).extracting(seen -> seen.use.first()).isSorted();
        assertThat(table.all().subList(0, SeenTable.MOST / 2)).allMatch(seen -> seen.use.count() == 3);
        assertThat(table.get(newest.key()).use.form()).isSameAs(newest);
    }
}
