package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedTestFilesTest {
    private static ChangedTestFiles changed(ChangeKind kind, String... paths) {
        List<ChangedFile> files = Arrays.stream(paths)
                .map(path -> new ChangedFile(kind, path, "", 1, 1))
                .toList();
        return new ChangedTestFiles(List.of(new ChangeSet("a", "b", files, List.of(), 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "tests/test_io.py, tests/test_io.py::TestRead",
        "backend/tests/test_io.py, tests/test_io.py::TestRead",
        "test_app.py, test_app.py",
        "web/src/cart.test.ts, src/cart.test.ts",
        "web/src/cart.test.ts, ./src/cart.test.ts",
        "cart/cart_test.go, example.org/shop/cart",
        "spec/models/order_spec.rb, spec/models/order_spec.rb"
    })
    void recognisesTheFileOrPackageOfATest(String path, String className) {
        assertThat(changed(ChangeKind.MODIFIED, path).holds(TestId.ofClass(className)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "src/cart/cart.ts, src/cart/cart.test.ts",
        "tests/test_ion.py, tests/test_io.py::TestRead",
        "cart/cart.go, example.org/shop/cart",
        "cart/cart_test.go, example.org/shop/smartcart"
    })
    void leavesOthersAlone(String path, String className) {
        assertThat(changed(ChangeKind.MODIFIED, path).holds(TestId.ofClass(className)))
                .isFalse();
    }

    @Test
    void aDeletedFileHoldsNoTest() {
        assertThat(changed(ChangeKind.DELETED, "tests/test_io.py").holds(TestId.ofClass("tests/test_io.py")))
                .isFalse();
    }

    @Test
    void withoutAChangeNothingIsChanged() {
        assertThat(new ChangedTestFiles(List.of()).holds(TestId.ofClass(""))).isFalse();
    }
}
