package io.jenkins.plugins.mlci.plugin.shared;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hudson.security.Permission;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** What the classes of this plugin must keep to. */
class PluginRulesTest {
    private static final String SHARED = "io.jenkins.plugins.mlci.plugin.shared";
    private static final int LONGEST_CLASS = 350;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SHARED);

    @Test
    void packagesUseEachOtherAsDrawn() throws IOException {
        Path drawing = Path.of("..", "..", "docs", "plugins.puml");

        classes()
                .that()
                .resideOutsideOfPackage(SHARED)
                .should(adhereToPlantUmlDiagram(drawing, consideringOnlyDependenciesInAnyPackage(SHARED + "..")))
                .check(CLASSES);
    }

    @Test
    void onlyTheFacadeReachesForJenkins() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(JenkinsFacade.class)
                .should()
                .callMethod(Jenkins.class, "get")
                .orShould()
                .callMethod(Jenkins.class, "getInstanceOrNull")
                .check(CLASSES);
    }

    @Test
    void formMethodsAreSentByPostAndCheckPermission() {
        methods()
                .that(describe("validate or fill a field", PluginRulesTest::isForField))
                .should()
                .bePublic()
                .andShould()
                .beAnnotatedWith(POST.class)
                .andShould(checkPermission())
                .check(CLASSES);
    }

    @Test
    void whatChangesSomethingIsSentByPostAndChecksPermission() {
        methods()
                .that(describe("are web methods that change something", PluginRulesTest::changes))
                .should()
                .beAnnotatedWith(RequirePOST.class)
                .andShould(checkPermission())
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
    void librariesStayInTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..", "smile..")
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

    private static boolean changes(JavaMethod method) {
        return method.getName().matches("do[A-Z].*")
                && !isForField(method)
                && !method.getName().equals("doIndex")
                && method.getOwner().getPackageName().startsWith(SHARED);
    }

    private static ArchCondition<JavaMethod> checkPermission() {
        return new ArchCondition<>("check a permission") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean checks = calls(method, 2);
                events.add(new SimpleConditionEvent(
                        method,
                        checks,
                        method.getFullName() + (checks ? " checks" : " does not check") + " a permission"));
            }
        };
    }

    /** In the method itself, or in what it calls in its own class. */
    private static boolean calls(JavaMethod method, int depth) {
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> {
            boolean takesPermission = call.getTarget().getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .anyMatch(Permission.class.getName()::equals);
            return takesPermission
                    || depth > 0
                            && call.getTargetOwner().equals(method.getOwner())
                            && call.getTarget()
                                    .resolveMember()
                                    .filter(target -> target instanceof JavaMethod)
                                    .map(target -> calls((JavaMethod) target, depth - 1))
                                    .orElse(false);
        });
    }
}
