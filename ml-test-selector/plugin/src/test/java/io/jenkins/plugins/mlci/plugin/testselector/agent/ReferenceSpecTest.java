package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.testselector.change.Reference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceSpecTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void namesWhatIsComparedWith() {
        assertThat(ReferenceSpec.commit(COMMIT).reference()).isEqualTo(new Reference.Commit(COMMIT));
        assertThat(ReferenceSpec.mergeBase("main").reference()).isEqualTo(new Reference.MergeBase("main"));
        assertThat(ReferenceSpec.latest(Optional.empty()).reference()).isEqualTo(new Reference.FirstParent());
        assertThat(ReferenceSpec.latest(Optional.of(COMMIT))).isEqualTo(ReferenceSpec.commit(COMMIT));
    }

    @Test
    void saysSoInWords() {
        assertThat(ReferenceSpec.commit(COMMIT).inWords()).isEqualTo("commit 0123456789");
        assertThat(ReferenceSpec.commit("v1.2").inWords()).isEqualTo("commit v1.2");
        assertThat(ReferenceSpec.mergeBase("main").inWords()).isEqualTo("where it left branch main");
        assertThat(ReferenceSpec.latest(Optional.empty()).inWords()).isEqualTo("the commit before");
    }
}
