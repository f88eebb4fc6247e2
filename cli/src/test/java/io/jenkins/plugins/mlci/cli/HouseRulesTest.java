package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import hudson.broken.FakeJenkins;
import io.jenkins.plugins.mlci.shared.feature.broken.GoesRound;
import io.jenkins.plugins.mlci.shared.feature.broken.LooksUp;
import io.jenkins.plugins.mlci.shared.feature.broken.ReadsClockAndDice;
import io.jenkins.plugins.mlci.shared.feature.broken.Serializes;
import io.jenkins.plugins.mlci.shared.feature.broken.StartsThreads;
import io.jenkins.plugins.mlci.shared.feature.broken.UsesJenkins;
import io.jenkins.plugins.mlci.shared.feature.broken.UsesLibraries;
import io.jenkins.plugins.mlci.shared.feature.broken.other.AndBack;
import io.jenkins.plugins.mlci.shared.unheard.Stranger;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engines and the command line keep the rules of the house, and the rules can tell when they do not. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HouseRules.BASE);

    @ParameterizedTest
    @EnumSource
    void isKept(HouseRules rule) {
        rule.rule().check(HOUSE);
    }

    @Test
    void allPartsOfTheHouseAreLookedAt() {
        Set<String> parts = HOUSE.stream()
                .map(type -> type.getPackageName().substring(HouseRules.BASE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(HOUSE).hasSizeGreaterThan(100);
        assertThat(parts)
                .contains("cli", "shared.history.jdbc", "shared.learn", "testselector.change", "testselector.rank");
    }

    @Test
    void anEngineThatUsesJenkinsIsFound() {
        assertThat(broken(HouseRules.ENGINES_KNOW_NO_JENKINS, UsesJenkins.class, FakeJenkins.class))
                .contains("UsesJenkins.version()");
    }

    @Test
    void everyWayToReadTheWorldIsFound() {
        assertThat(broken(HouseRules.ENGINES_ARE_GIVEN_THE_WORLD, ReadsClockAndDice.class))
                .contains(methods(ReadsClockAndDice.class));
    }

    @Test
    void seedsAndClocksThatAreHandedInAreFine() {
        assertThat(broken(HouseRules.ENGINES_ARE_GIVEN_THE_WORLD, ReadsClockAndDice.class))
                .doesNotContain("given");
    }

    @Test
    void everyWayToStartAThreadIsFound() {
        assertThat(broken(HouseRules.ENGINES_START_NO_THREAD, StartsThreads.class))
                .contains(methods(StartsThreads.class))
                .doesNotContain("given");
    }

    @Test
    void javaSerializationIsFound() {
        assertThat(broken(HouseRules.NO_JAVA_SERIALIZATION, Serializes.class)).contains(methods(Serializes.class));
    }

    @Test
    void aLibraryInTheWrongPlaceIsFound() {
        assertThat(broken(HouseRules.NO_NATIVE_SMILE, UsesLibraries.class)).contains("nativeSmile()");
        assertThat(broken(HouseRules.SMILE_ONLY_LEARNS, UsesLibraries.class)).contains("smile()");
        assertThat(broken(HouseRules.DATABASES_STAY_IN_HISTORY, UsesLibraries.class))
                .contains("h2()", "postgresql()", "flyway()", "hikari()", "jdbc(");
        assertThat(broken(HouseRules.GIT_STAYS_IN_CHANGE, UsesLibraries.class)).contains("git()");
    }

    @Test
    void aCycleIsFound() {
        assertThat(broken(HouseRules.PACKAGES_HAVE_NO_CYCLES, GoesRound.class, AndBack.class))
                .contains("Cycle detected");
    }

    @Test
    void anArrowThatIsNotInThePictureIsFound() {
        assertThat(broken(HouseRules.PACKAGES_FOLLOW_THE_PICTURE, LooksUp.class))
                .contains("LooksUp");
    }

    @Test
    void aPackageThatIsNotInThePictureIsFound() {
        JavaClasses strangers = new ClassFileImporter().importClasses(Stranger.class);

        assertThatThrownBy(() -> HouseRules.PACKAGES_FOLLOW_THE_PICTURE.rule().check(strangers))
                .hasMessageContaining("Stranger");
    }

    private static String broken(HouseRules rule, Class<?>... types) {
        EvaluationResult result = rule.rule().evaluate(new ClassFileImporter().importClasses(types));
        return String.join("\n", result.getFailureReport().getDetails());
    }

    private static String[] methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getName())
                .filter(name -> !name.startsWith("given") && !name.contains("$"))
                .map(name -> "." + name + "(")
                .toArray(String[]::new);
    }
}
