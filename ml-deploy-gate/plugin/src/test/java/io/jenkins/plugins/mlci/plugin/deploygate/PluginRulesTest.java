package io.jenkins.plugins.mlci.plugin.deploygate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** What the classes of this plugin must keep to. */
class PluginRulesTest {
    private static final String GATE = "io.jenkins.plugins.mlci.plugin.deploygate";
    private static final int LONGEST_CLASS = 350;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(GATE);

    @Test
    void packagesUseEachOtherAsDrawn() {
        classes()
                .should(adhereToPlantUmlDiagram(
                        Path.of("..", "..", "docs", "plugins.puml"),
                        consideringOnlyDependenciesInAnyPackage(GATE + "..")))
                .check(CLASSES);
    }

    @Test
    void formMethodsAreSentByPost() {
        methods()
                .that(describe("validate or fill a field", PluginRulesTest::isForField))
                .should()
                .beAnnotatedWith(POST.class)
                .check(CLASSES);
    }

    @Test
    void whatChangesSomethingIsSentByPost() {
        methods()
                .that(describe("are web methods that change something", method -> method.getName()
                        .matches("do(Approve|Reject|Override|Outcome)")))
                .should()
                .beAnnotatedWith(RequirePOST.class)
                .check(CLASSES);
    }

    @Test
    void nothingOldIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google.common..",
                        "org.apache.commons.lang..",
                        "org.joda.time..",
                        "javax.servlet..",
                        "javax.annotation..",
                        "org.acegisecurity..")
                .check(CLASSES);
    }

    @Test
    void librariesStayInTheEngines() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..", "smile..")
                .check(CLASSES);
    }

    /** Their plugins may be missing, and then the rest must work: only extensions that are optional may need them. */
    @Test
    void optionalPluginsStayInTheirPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GATE + ".publish")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jenkins.plugins.checks..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("RiskTokenMacro")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jenkinsci.plugins.tokenmacro..")
                .check(CLASSES);
        classes()
                .that(describe("need an optional plugin", each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use ->
                                use.getTargetClass().getPackageName().matches("io\\.jenkins\\.plugins\\.checks.*"))))
                .should()
                .beAnnotatedWith(describe(
                        "@Extension(optional = true)",
                        annotation -> annotation.getRawType().isEquivalentTo(Extension.class)
                                && annotation
                                        .get("optional")
                                        .filter(Boolean.TRUE::equals)
                                        .isPresent()))
                .check(CLASSES);
    }

    @Test
    void noClassIsTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST_CLASS);
            }
        }
    }

    private static boolean isForField(JavaMethod method) {
        return method.getName().matches("do(Check|Fill|Test)[A-Z].*");
    }
}
