package io.jenkins.plugins.mlci.logscan.line;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OctetsTest {
    @Property
    void findsTheFirstByteOfAKind(
            @ForAll @Size(8) byte[] bytes, @ForAll byte wanted, @ForAll @IntRange(min = 1, max = 128) int limit) {
        long octet = Octets.at(bytes, 0);

        int same = 0;
        int low = 0;
        while (same < 8 && bytes[same] != wanted) {
            same++;
        }
        while (low < 8 && (bytes[low] & 0xFF) >= limit) {
            low++;
        }

        long zeros = Octets.zeros(octet ^ Octets.all(wanted));
        assertThat(zeros == 0 ? 8 : Octets.first(zeros)).isEqualTo(same);
        long below = Octets.below(octet, limit);
        assertThat(below == 0 ? 8 : Octets.first(below)).isEqualTo(low);
    }
}
