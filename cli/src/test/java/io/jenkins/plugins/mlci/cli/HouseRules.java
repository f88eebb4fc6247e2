package io.jenkins.plugins.mlci.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;

/** The rules of the house, one constant each; the order is that of docs/architecture.md. */
enum HouseRules {
    ENGINES_KNOW_NO_JENKINS(engines()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..")
            .because("an engine builds and is tested without Jenkins")),

    ENGINES_ARE_GIVEN_THE_WORLD(engines()
            .should()
            .accessTargetWhere(new ReadsTheWorld())
            .because("clocks, seeds, environment and streams are handed to an engine")),

    ENGINES_START_NO_THREAD(engines()
            .should()
            .accessTargetWhere(new StartsAThread())
            .because("an engine runs in the threads that it was given")),

    NO_JAVA_SERIALIZATION(noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class)
            .because("what is read may come from outside, and models are kept as validated JSON")),

    NO_NATIVE_SMILE(noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("smile.math.matrix..", "smile.math.blas..", "smile.projection..", "smile.netlib..")
            .because("these parts of Smile want native libraries")),

    SMILE_ONLY_LEARNS(only("io.jenkins.plugins.mlci.shared.learn..", "smile..")),

    DATABASES_STAY_IN_HISTORY(only(
            "io.jenkins.plugins.mlci.shared.history..",
            "org.h2..",
            "org.postgresql..",
            "org.flywaydb..",
            "com.zaxxer..",
            "java.sql..",
            "javax.sql..")),

    GIT_STAYS_IN_CHANGE(only("io.jenkins.plugins.mlci.testselector.change..", "org.eclipse.jgit..")),

    PACKAGES_HAVE_NO_CYCLES(slices().matching(HouseRules.BASE + ".(**)")
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()),

    PACKAGES_FOLLOW_THE_PICTURE(classes()
            .should(adhereToPlantUmlDiagram(
                    Path.of("..", "docs", "architecture.puml"),
                    consideringOnlyDependenciesInAnyPackage(HouseRules.ALL)))
            .because("docs/architecture.puml says which package may use which"));

    static final String BASE = "io.jenkins.plugins.mlci";
    private static final String ALL = BASE + "..";

    private final ArchRule rule;

    HouseRules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static GivenClassesConjunction engines() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + ".shared..", BASE + ".testselector..", BASE + ".logscan..", BASE + ".deploygate..");
    }

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .because("only " + home + " uses that library, so that it can be replaced");
    }
}
