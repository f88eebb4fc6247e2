package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorJsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        PriorModel shipped = PriorModel.shipped();
        PriorModel read = PriorJson.read(PriorJson.write(shipped, Map.of("how", "a test")));
        assertThat(read.fingerprint()).isEqualTo(shipped.fingerprint());
        assertThat(read.weight(PriorTerm.OWN, Knowledge.PASSING)).isPositive();
        assertThat(read.bias(Knowledge.PASSING)).isNegative();
        assertThat(PriorModel.terms()).contains("own", "failed_lately");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"format\":2,\"features\":\"test-selection/1\"}",
                "{\"format\":1,\"features\":\"test-selection/1\",\"bias\":{\"passing\":1}}",
                "{\"format\":1,\"features\":\"test-selection/1\",\"bias\":{\"asleep\":1},\"weights\":{}}",
                "{\"format\":1,\"features\":\"test-selection/1\",\"bias\":{},\"weights\":{\"luck\":{\"new\":1}}}",
                "{\"format\":1,\"features\":\"test-selection/1\",\"bias\":{\"new\":\"x\"},\"weights\":{}}",
                "{\"format\":1,\"features\":\"test-selection/1\",\"bias\":{\"new\":1e9},\"weights\":{}}"
            })
    void whatIsNoPriorModelIsRefused(String text) {
        assertThatThrownBy(() -> PriorJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .isNotBlank();
    }
}
