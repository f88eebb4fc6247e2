package io.jenkins.plugins.mlci.testselector.change;

import java.util.regex.Pattern;

/** Tells test code by where it lies and how it is named, over the customs of many languages. */
final class TestPaths {
    /** Below {@code src/main} a package may be called test and a class may end in Test without being one. */
    private static final Pattern MAIN = Pattern.compile("(?:.*/)?src/main/.*", Pattern.DOTALL);

    /** {@code test}, {@code tests}, {@code spec}, {@code e2e}, {@code integration-tests}, {@code __tests__}, {@code Shop.UnitTests}. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?:.*/)?(?:(?:[^/]*[-_.])?(?:tests?|specs?|testing|e2e|testdata|fixtures)|__tests__|__mocks__|cypress"
                    + "|unittests?|[^/]*[-_.](?:unit|integration)tests?)/.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** {@code androidTest}, {@code integrationTest}, {@code testFixtures}, {@code ShopTests}. */
    private static final Pattern CAMEL_FOLDER = Pattern.compile(
            "(?:.*/)?(?:[A-Za-z0-9.]*[a-z0-9](?:Tests?|Specs?)|testFixtures|TestUtils?)/.*", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile(
            "(?:"
                    + String.join(
                            "|",
                            "test_[^/]*\\.(?:pyi?|c|cc|cpp|rb|lua|jl|r)",
                            "tests?\\.(?:py|rs|js|ts)",
                            "[^/]*_(?:test|tests|spec|unittest|gtest)\\.[a-z]+",
                            "[^/]*[.-](?:test|spec|cy|e2e)\\.[cm]?[jt]sx?",
                            "[^/]*[a-z0-9_](?:Tests?|TestCase|TestSuite|ITCase|IT|Spec|Specs|Suite)"
                                    + "\\.(?:java|kt|groovy|scala|cs|vb|fs|cpp|cc|h|hpp|php|swift|m|mm)",
                            "(?:Test|IT)[A-Z0-9][^/]*\\.(?:java|kt|groovy|cpp|cc|h|hpp)",
                            "[^/]+\\.t")
                    + ")",
            Pattern.DOTALL);

    private static final Pattern RESOURCES = Pattern.compile(
            "(?:.*/)?(?:resources?|assets|static|public|data|testdata|fixtures|__snapshots__|__fixtures__|webapp|i18n|locales?)/.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TestPaths() {}

    /** Whether a program text is one of the tests. */
    static boolean isTest(String path, String name) {
        if (MAIN.matcher(path).matches()) {
            return false;
        }
        return FOLDER.matcher(path).matches()
                || CAMEL_FOLDER.matcher(path).matches()
                || NAME.matcher(name).matches();
    }

    /** Whether the folder says that its files are data, whatever their names. */
    static boolean isResource(String path) {
        return RESOURCES.matcher(path).matches() || FOLDER.matcher(path).matches();
    }
}
