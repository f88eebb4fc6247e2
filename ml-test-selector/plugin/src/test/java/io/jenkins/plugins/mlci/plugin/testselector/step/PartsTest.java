package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteOrder;
import io.jenkins.plugins.mlci.plugin.testselector.report.Reports;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.plugin.testselector.runner.MavenConfig;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final SelectTestsStep options = new SelectTestsStep(new MavenConfig());
    private final List<TestRow> rows = Reports.rows();

    @Test
    void withoutPartsThereIsOneOrder() {
        WriteOrder order = Parts.orders(options, rows, false, "chosen", 1, "f").get(0);
        assertThat(order.folder()).isEqualTo("f");
        assertThat(order.selected())
                .extracting(TestId::className)
                .containsExactly("com.acme.OrderTest", "com.acme.PriceTest");
        assertThat(order.skipped()).hasSize(2);
        assertThat(order.include()).isFalse();
        assertThat(order.mayRunNothing()).isFalse();
    }

    @Test
    void theFirstPartRunsWhatNobodyKnows() {
        List<WriteOrder> orders = Parts.orders(options, rows, false, "chosen", 2, "f");
        assertThat(orders).extracting(WriteOrder::folder).containsExactly("f/shard-1", "f/shard-2");
        assertThat(orders.get(0).include()).isFalse();
        assertThat(orders.get(1).include()).isTrue();
        assertThat(orders.get(1).mayRunNothing()).isTrue();
        assertThat(orders.get(0).selected()).hasSize(1);
        assertThat(orders.get(1).selected()).hasSize(1);
        assertThat(orders.get(0).skipped()).hasSize(3);
    }

    @Test
    void allTestsAreSplitToo() {
        List<WriteOrder> orders = Parts.orders(options, rows, true, "pom.xml changed", 2, "f");
        assertThat(orders.stream().mapToInt(order -> order.selected().size()).sum())
                .isEqualTo(4);
    }

    @Test
    void whenNothingIsKnownTheFirstPartRunsAll() {
        List<WriteOrder> orders = Parts.orders(options, List.of(), true, "no history", 3, "f");
        assertThat(orders.get(0).mayRunNothing()).isFalse();
        assertThat(orders.get(0).skipped()).isEmpty();
        assertThat(orders.subList(1, 3)).allMatch(WriteOrder::mayRunNothing);
    }

    @Test
    void theNumberOfPartsFollowsTheTime() {
        options.setMaxShards(3);
        options.setShardTime("15s");
        assertThat(Parts.number(options, rows)).isEqualTo(3);
        assertThat(Parts.number(options, rows.subList(0, 2))).isEqualTo(2);
        assertThat(Parts.number(options, List.of())).isEqualTo(1);
        options.setShardTime("1h");
        assertThat(Parts.number(options, rows)).isEqualTo(1);
    }

    @Test
    void aFixedNumberCountsWithoutALargest() {
        options.setShards(4);
        assertThat(Parts.number(options, rows)).isEqualTo(4);
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        options.setShards(0);
        assertThatThrownBy(() -> Parts.number(options, rows)).hasMessageContaining("1 to 1000");
        options.setShards(1);
        options.setMaxShards(2);
        options.setShardTime("soon");
        assertThatThrownBy(() -> Parts.number(options, rows)).hasMessageContaining("soon");
    }
}
