package io.jenkins.plugins.mlci.logscan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class KnownFormsTest {
    private static KnownForm form(int number) {
        return new KnownForm(Integer.toHexString(number), List.of("a"), 1, 1, 1, 0, -1, 0, 1);
    }

    @Property
    void givesWhatWasPutLast(@ForAll @Size(max = 300) List<Long> keys, @ForAll List<Long> others) {
        KnownForms known = new KnownForms(keys.size());
        Map<Long, KnownForm> expected = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            known.put(keys.get(i), form(i));
            expected.put(keys.get(i), form(i));
        }
        expected.forEach((key, form) -> assertThat(known.get(key)).isEqualTo(form));
        others.forEach(key -> assertThat(known.get(key)).isEqualTo(expected.get(key)));
    }
}
