package io.jenkins.plugins.mlci.logscan.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class HeadsTest {
    @Property
    void knowsWhatItWasTold(@ForAll @Size(max = 600) List<Long> told, @ForAll List<Long> asked) {
        Heads heads = new Heads();
        told.forEach(heads::add);
        Set<Long> expected = new HashSet<>(told);
        expected.remove(0L);
        assertThat(told).allMatch(head -> heads.contains(head) == expected.contains(head));
        assertThat(asked).allMatch(head -> heads.contains(head) == expected.contains(head));
    }
}
