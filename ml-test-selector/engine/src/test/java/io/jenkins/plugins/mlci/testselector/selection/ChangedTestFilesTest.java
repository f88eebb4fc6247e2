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
    /** A module in the root of the repository, one in a folder that its name does not hold, and tests of other languages. */
    private static final List<TestId> TESTS = List.of(
            go("example.org/shop", "TestForm"),
            go("example.org/shop/cart", "TestCart/empty"),
            go("example.org/shop/cart/v2", ""),
            go("example.org/billing/v3", "ExampleBill"),
            go("example.org/billing/v3/tax", "TestTax"),
            TestId.ofClass("com.acme.FormTest"),
            TestId.ofClass("web/cart.test.ts"),
            go("Shop.Tests.FormTests", "opensTheForm"));

    private static ChangedTestFiles changed(ChangeKind kind, String... paths) {
        List<ChangedFile> files = Arrays.stream(paths)
                .map(path -> new ChangedFile(kind, path, "", 1, 1))
                .toList();
        return new ChangedTestFiles(List.of(new ChangeSet("a", "b", files, List.of(), 1)), TESTS);
    }

    private static TestId go(String path, String method) {
        return new TestId("", path, method);
    }

    @ParameterizedTest
    @CsvSource({
        "tests/test_io.py, tests/test_io.py::TestRead",
        "backend/tests/test_io.py, tests/test_io.py::TestRead",
        "test_app.py, test_app.py",
        "web/src/cart.test.ts, src/cart.test.ts",
        "web/src/cart.test.ts, ./src/cart.test.ts",
        "cart/cart_test.go, example.org/shop/cart",
        "spec/models/order_spec.rb, spec/models/order_spec.rb",
        "core/src/test/java/com/acme/OrderTest.java, com.acme.OrderTest",
        "core/src/test/java/com/acme/OrderTest.java, com.acme.OrderTest$WhenEmpty$AndClosed",
        "src/main/java/com/acme/Verify.java, com.acme.Verify$Quickly",
        "web/src/test/kotlin/web/FormTest.kt, com.acme.web.FormTest",
        "src/test/kotlin/FormTest.kt, com.acme.web.FormTest",
        "src/test/scala/CartSpec.scala, com.acme.CartSpec$",
        "test/Shop.Tests/FormTests.cs, Shop.Tests.FormTests",
        "test/Shop.Tests/Pages/FormTests.cs, Shop.Tests.FormTests+WhenOpen",
        "test/Shop.Tests/FormTests.Login.cs, Shop.Tests.FormTests",
        "'test/Shop.Tests/FormTests.cs', 'Shop.Tests.FormTests(\"a.b\",2)'",
        "src/cart_test.cc, CartTest",
        "Tests/ShopTests/CartTests.swift, ShopTests.CartTests",
        "backend/tests/test_io.py, tests.test_io.TestRead"
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
        "cart/cart_test.go, example.org/shop/smartcart",
        "src/main/java/com/acme/Order.java, com.acme.OrderTest$WhenEmpty",
        "src/test/resources/com/acme/OrderTest.json, com.acme.OrderTest$WhenEmpty",
        "test/Shop.Tests/FormTests.cs, Shop.Tests.FormatTests",
        "src/test/kotlin/web/FormTest.kt, com.acme.web.LoginTest",
        "src/com/acme/web.kt, com.acme.web.FormTest",
        "tests/test_io.py, tests.test_ion.TestRead"
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

    /** Which module lies in the root only go.mod says, so every package that can be one counts as changed. */
    @Test
    void aGoTestFileInTheRootHoldsThePackagesThatCanBeTheModule() {
        ChangedTestFiles root = changed(ChangeKind.MODIFIED, "form_test.go");

        assertThat(TESTS)
                .filteredOn(root::holds)
                .containsExactly(go("example.org/shop", "TestForm"), go("example.org/billing/v3", "ExampleBill"));
    }

    @Test
    void aGoModuleInAFolderOfAnotherNameIsFoundAsWell() {
        ChangedTestFiles folder = changed(ChangeKind.ADDED, "services/invoices/bill_test.go");

        assertThat(folder.holds(go("example.org/billing/v3", "ExampleBill"))).isTrue();
        assertThat(folder.holds(go("example.org/billing/v3/tax", "TestTax"))).isFalse();
    }

    @Test
    void aGoPackageThatTheFolderNamesIsTheOnlyOne() {
        ChangedTestFiles cart = changed(ChangeKind.MODIFIED, "cart/cart_test.go");

        assertThat(TESTS).filteredOn(cart::holds).containsExactly(go("example.org/shop/cart", "TestCart/empty"));
    }

    @Test
    void aGoSourceInTheRootIsNoTest() {
        assertThat(TESTS)
                .filteredOn(changed(ChangeKind.MODIFIED, "form.go")::holds)
                .isEmpty();
    }

    @Test
    void withoutAChangeNothingIsChanged() {
        assertThat(new ChangedTestFiles(List.of(), TESTS).holds(TestId.ofClass("")))
                .isFalse();
    }
}
