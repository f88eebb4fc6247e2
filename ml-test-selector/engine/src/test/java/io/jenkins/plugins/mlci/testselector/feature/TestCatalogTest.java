package io.jenkins.plugins.mlci.testselector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.TestId;
import org.junit.jupiter.api.Test;

class TestCatalogTest {
    private final TestCatalog catalog = new TestCatalog();

    @Test
    void numbersTestsInTheOrderOfTheirFirstSight() {
        TestId cart = TestId.ofClass("com.shop.CartTest");
        TestId method = new TestId("", "com.shop.CartTest", "addsItems");

        assertThat(catalog.number(cart)).isZero();
        assertThat(catalog.number(method)).isEqualTo(1);
        assertThat(catalog.number(cart)).isZero();
        assertThat(catalog.size()).isEqualTo(2);
        assertThat(catalog.test(1)).isEqualTo(method);
        assertThat(catalog.find(TestId.ofClass("Other"))).isEqualTo(-1);
        assertThat(catalog.size()).as("finding adds nothing").isEqualTo(2);
    }

    @Test
    void keepsWhatANameSays() {
        int number = catalog.number(new TestId("", "com.shop.CartTotalTest", "testAddsItems"));

        assertThat(catalog.simpleName(number)).isEqualTo("CartTotalTest");
        assertThat(catalog.folderName(number)).isEqualTo("com/shop");
        assertThat(catalog.subjectName(number)).isEqualTo("cart total");
        assertThat(catalog.methodWords(number)).containsExactly("adds", "items");
        assertThat(catalog.named("CartTotalTest")).containsExactly(number);
        assertThat(catalog.in("com/shop")).containsExactly(number);
        assertThat(catalog.about("cart total")).containsExactly(number);
        assertThat(catalog.named("Cart")).isEmpty();
    }

    @Test
    void aNestedClassIsFoundByItsFile() {
        int number = catalog.number(TestId.ofClass("com.shop.CartTest$WhenEmpty"));

        assertThat(catalog.simpleName(number)).isEqualTo("CartTest");
    }

    @Test
    void rareWordsWeighMore() {
        for (String name : new String[] {"AlphaCart", "BetaCart", "GammaCart"}) {
            catalog.number(TestId.ofClass("com.shop." + name + "Test"));
        }

        assertThat(catalog.weight(catalog.word("cart"))).isCloseTo(Math.log(2), within(1e-12));
        assertThat(catalog.weight(catalog.word("alpha"))).isCloseTo(Math.log(4), within(1e-12));
        assertThat(catalog.weight(catalog.word("unheard"))).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void growsBeyondItsFirstRoom() {
        for (int i = 0; i < 3000; i++) {
            catalog.number(TestId.ofClass("p" + i + ".T" + i));
        }

        assertThat(catalog.words()).isGreaterThan(3000);
        assertThat(catalog.weight(catalog.word("p2999"))).isCloseTo(Math.log(3001), within(1e-12));
    }
}
