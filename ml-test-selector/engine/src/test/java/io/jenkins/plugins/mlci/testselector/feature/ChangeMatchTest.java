package io.jenkins.plugins.mlci.testselector.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeMatchTest {
    private final TestCatalog catalog = new TestCatalog();
    private final ChangeMatch.Postings postings = new ChangeMatch.Postings();

    private int add(String name) {
        return catalog.number(TestId.ofClass(name));
    }

    private ChangeMatch match(ChangedFile... files) {
        postings.update(catalog);
        return new ChangeMatch(catalog, postings, List.of(files));
    }

    private ChangeMatch match(String... paths) {
        return match(Arrays.stream(paths)
                .map(path -> SyntheticHistory.file(ChangeKind.MODIFIED, path))
                .toArray(ChangedFile[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "com.shop.CartTest, src/test/java/com/shop/CartTest.java",
        "com.shop.CartTest, service/src/test/kotlin/com/shop/CartTest.kt",
        "CartTest, anywhere/CartTest.cpp",
        "tests.unit.test_cart, tests/unit/test_cart.py",
        "tests/unit/test_cart.py, tests/unit/test_cart.py",
        "unit.test_cart, tests/unit/test_cart.py",
        "src/cart/total.spec.ts, web/src/cart/total.spec.ts",
        "src/cart/total.test.tsx, src/cart/total.test.tsx",
        "Shop.Tests.CartTests, test/Shop/Tests/CartTests.cs"
    })
    void recognisesTheOwnFileOfATest(String test, String path) {
        int own = add(test);
        int other = add("com.shop.other.OtherTest");
        ChangeMatch match = match(path);

        assertThat(match.ownFile[own]).isEqualTo(1);
        assertThat(match.ownChurn[own]).isEqualTo(4);
        assertThat(match.ownFile[other]).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "com.shop.CartTest, src/test/java/com/store/CartTest.java",
        "com.shop.CartTest, src/main/java/com/shop/Cart.java",
        "tests.unit.test_cart, tests/integration/test_cart.py"
    })
    void doesNotTakeAnotherFileForTheOwnOne(String test, String path) {
        int own = add(test);

        assertThat(match(path).ownFile[own]).isZero();
    }

    @Test
    void aDeletedTestFileIsNotChanged() {
        int own = add("com.shop.CartTest");

        assertThat(match(SyntheticHistory.file(ChangeKind.DELETED, "src/test/java/com/shop/CartTest.java"))
                        .ownFile[own])
                .isZero();
    }

    @Test
    void unknownChurnIsNone() {
        int own = add("com.shop.CartTest");
        ChangeMatch match =
                match(new ChangedFile(ChangeKind.MODIFIED, "src/test/java/com/shop/CartTest.java", "", -1, -1));

        assertThat(match.ownFile[own]).isEqualTo(1);
        assertThat(match.ownChurn[own]).isZero();
    }

    @Test
    void theTestOfTheChangedClassIsTheClosest() {
        int cart = add("com.shop.CartTest");
        int cartTotal = add("com.shop.CartTotalTest");
        int distant = add("com.shop.deep.below.PriceTest");
        int stranger = add("org.bank.LoanTest");
        ChangeMatch match = match("src/main/java/com/shop/Cart.java");

        assertThat(match.sameSubject[cart]).isEqualTo(1);
        assertThat(match.sameSubject[cartTotal]).isZero();
        assertThat(match.name[cart]).isGreaterThan(match.name[cartTotal]).isGreaterThan(0.99);
        assertThat(match.name[stranger]).isZero();
        assertThat(match.contained[cartTotal]).isGreaterThan(0.99);
        assertThat(match.sameFolder[cart]).isEqualTo(1);
        assertThat(match.sameFolder[distant]).isZero();
        assertThat(match.nearness[cart]).isEqualTo(1);
        assertThat(match.nearness[distant]).isEqualTo(1.0 / 3);
        assertThat(match.nearness[stranger]).isZero();
        assertThat(match.text[cart]).isGreaterThan(match.text[stranger]);
    }

    @Test
    void theNeighboursOfAChangedTestAreMarked() {
        int changed = add("com.shop.CartTest");
        int neighbour = add("com.shop.PriceTest");
        int stranger = add("com.bank.LoanTest");
        ChangeMatch match = match("src/test/java/com/shop/CartTest.java");

        assertThat(match.neighbour[neighbour]).isEqualTo(1);
        assertThat(match.neighbour[changed]).isZero();
        assertThat(match.neighbour[stranger]).isZero();
    }

    @Test
    void methodNamesAreRead() {
        int named = catalog.number(new TestId("", "com.shop.ShopTest", "addsToCart"));
        int other = catalog.number(new TestId("", "com.shop.ShopTest", "opens"));
        ChangeMatch match = match("src/main/java/com/shop/Cart.java");

        assertThat(match.method[named]).isGreaterThan(0);
        assertThat(match.method[other]).isZero();
    }

    @Test
    void allSharesLieBetween0And1() {
        SyntheticHistory.tests(60).forEach(catalog::number);
        ChangeMatch match = match(
                SyntheticHistory.sourceOf(3), SyntheticHistory.testFileOf(9), "README.md", "", "config/rates.yml");

        for (double[] shares : List.of(
                match.sameSubject,
                match.name,
                match.folder,
                match.text,
                match.contained,
                match.nearness,
                match.method)) {
            assertThat(Arrays.stream(shares)).allMatch(share -> share >= 0 && share <= 1 + 1e-9);
        }
    }
}
