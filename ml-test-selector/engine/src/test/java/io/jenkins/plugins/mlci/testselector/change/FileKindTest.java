package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "SOURCE, src/main/java/org/shop/Cart.java",
        "SOURCE, src/main/java/org/shop/test/TestKit.java",
        "SOURCE, src/main/java/org/shop/UnitTest.java",
        "SOURCE, src/shop/cart.py",
        "SOURCE, pkg/cart/cart.go",
        "SOURCE, src/cart.ts",
        "SOURCE, lib/contest.rb",
        "SOURCE, src/latest.js",
        "SOURCE, src/Attest.java",
        "SOURCE, Shop/Cart.cs",
        "SOURCE, src/lib.rs",
        "SOURCE, build/release.sh",
        "SOURCE, src/main/resources/index.jelly",
        "SOURCE, src/org/shop/doc/Docs.java",
        "TEST_SOURCE, src/test/java/org/shop/CartTest.java",
        "TEST_SOURCE, src/test/java/org/shop/Helper.java",
        "TEST_SOURCE, src/it/java/org/shop/CartIT.java",
        "TEST_SOURCE, app/src/androidTest/java/CartCheck.kt",
        "TEST_SOURCE, src/integrationTest/kotlin/Flow.kt",
        "TEST_SOURCE, tests/test_cart.py",
        "TEST_SOURCE, shop/cart_test.py",
        "TEST_SOURCE, pkg/cart/cart_test.go",
        "TEST_SOURCE, src/cart.test.tsx",
        "TEST_SOURCE, src/__tests__/cart.js",
        "TEST_SOURCE, cypress/e2e/cart.cy.ts",
        "TEST_SOURCE, spec/models/cart_spec.rb",
        "TEST_SOURCE, Shop.UnitTests/Cart.cs",
        "TEST_SOURCE, Shop/CartTests.cs",
        "TEST_SOURCE, src/cart_unittest.cc",
        "TEST_SOURCE, t/basic.t",
        "TEST_SOURCE, Tests/ShopTests/Cart.swift",
        "BUILD, pom.xml",
        "BUILD, module/pom.xml",
        "BUILD, build.gradle",
        "BUILD, app/build.gradle.kts",
        "BUILD, settings.gradle",
        "BUILD, gradle/libs.versions.toml",
        "BUILD, .mvn/maven.config",
        "BUILD, package.json",
        "BUILD, tsconfig.base.json",
        "BUILD, jest.config.js",
        "BUILD, go.mod",
        "BUILD, Cargo.toml",
        "BUILD, CMakeLists.txt",
        "BUILD, cmake/FindX.cmake",
        "BUILD, Shop/Shop.csproj",
        "BUILD, Directory.Build.props",
        "BUILD, requirements.txt",
        "BUILD, requirements-dev.txt",
        "BUILD, requirements/test.txt",
        "BUILD, dev_requirements.txt",
        "BUILD, pyproject.toml",
        "BUILD, tox.ini",
        "BUILD, conftest.py",
        "BUILD, tests/conftest.py",
        "BUILD, spec/spec_helper.rb",
        "BUILD, test/test_helper.exs",
        "BUILD, src/setupTests.ts",
        "BUILD, e2e/global-setup.ts",
        "TEST_SOURCE, tests/contest_test.py",
        "BUILD, setup.py",
        "BUILD, setup.cfg",
        "BUILD, Makefile",
        "BUILD, makefile",
        "BUILD, rules.mk",
        "BUILD, BUILD",
        "BUILD, pkg/BUILD.bazel",
        "BUILD, WORKSPACE",
        "BUILD, MODULE.bazel",
        "BUILD, Dockerfile",
        "BUILD, docker-compose.yml",
        "LOCK, package-lock.json",
        "LOCK, web/yarn.lock",
        "LOCK, pnpm-lock.yaml",
        "LOCK, go.sum",
        "LOCK, Cargo.lock",
        "LOCK, poetry.lock",
        "LOCK, Gemfile.lock",
        "LOCK, gradle.lockfile",
        "LOCK, .terraform.lock.hcl",
        "CI, Jenkinsfile",
        "CI, Jenkinsfile.release",
        "CI, deploy.Jenkinsfile",
        "CI, .github/workflows/build.yml",
        "CI, .gitlab-ci.yml",
        "CI, .circleci/config.yml",
        "CI, azure-pipelines.yml",
        "CI, ci/test.sh",
        "CI, .travis.yml",
        "DOCUMENTATION, README.md",
        "DOCUMENTATION, readme",
        "DOCUMENTATION, docs/guide/index.html",
        "DOCUMENTATION, docs/conf.py",
        "DOCUMENTATION, LICENSE",
        "DOCUMENTATION, LICENSE.txt",
        "DOCUMENTATION, CHANGELOG.rst",
        "DOCUMENTATION, src/site/guide.adoc",
        "RESOURCE, src/main/resources/messages.properties",
        "RESOURCE, src/test/resources/cart.json",
        "RESOURCE, src/test/resources/expected",
        "RESOURCE, config/app.yaml",
        "RESOURCE, img/logo.PNG",
        "DOCUMENTATION, src/changes/changes.xml",
        "DOCUMENTATION, NOTICE-shop.txt",
        "SOURCE, src/Security.java",
        "SOURCE, src/history.ts",
        "RESOURCE, config/security.yaml",
        "RESOURCE, web/news.html",
        "RESOURCE, testdata/input.golden",
        "GENERATED, node_modules/x/package.json",
        "GENERATED, web/jquery.min.js",
        "GENERATED, api/shop.pb.go",
        "GENERATED, shop_pb2.py",
        "GENERATED, vendor/github.com/x/y.go",
        "GENERATED, dist/bundle.js",
        "GENERATED, src/generated/java/A.java",
        "OTHER, mystery",
        "OTHER, a/b.qqq",
        "OTHER, ''"
    })
    void sortsPathsOfManyEcosystems(FileKind kind, String path) {
        assertThat(FileKind.classify(path)).isEqualTo(kind);
    }

    @Test
    void windowsPathsAndLeadingDotsAreTheSame() {
        assertThat(FileKind.classify("src\\test\\java\\CartTest.java")).isEqualTo(FileKind.TEST_SOURCE);
        assertThat(FileKind.classify("./pom.xml")).isEqualTo(FileKind.BUILD);
    }

    @Test
    void bazelsNamesAreInCapitals() {
        assertThat(FileKind.classify("tools/build")).isEqualTo(FileKind.OTHER);
        assertThat(FileKind.classify("tools/workspace")).isEqualTo(FileKind.OTHER);
    }

    @Test
    void aNameWithANewlineIsStillSorted() {
        assertThat(FileKind.classify("src/a\nb.java")).isEqualTo(FileKind.SOURCE);
    }

    @Test
    void buildLockAndCiFilesConcernAllTests() {
        assertThat(FileKind.values())
                .filteredOn(FileKind::concernsAllTests)
                .containsExactly(FileKind.BUILD, FileKind.LOCK, FileKind.CI);
    }

    @Property
    void anyPathHasAKind(@ForAll String path) {
        assertThat(FileKind.classify(path)).isNotNull();
    }
}
