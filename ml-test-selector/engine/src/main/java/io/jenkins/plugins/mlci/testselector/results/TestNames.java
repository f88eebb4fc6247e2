package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a test one name, however its runner dressed it up: what {@code classname} means is different in every dialect, and
 * parameters must not make a new test of every value.
 */
final class TestNames {
    private static final int LONGEST = 1000;
    private static final int DIGEST_CHARS = 16;
    /** {@code [1]}, {@code [0: name=x]} or {@code [1] first, second} at the end of a name, but not at its start. */
    private static final Pattern INVOCATION = Pattern.compile("^([^\\[]*[^\\[\\s])\\s*\\[.*$", Pattern.DOTALL);
    /**
     * Parameter types, with or without an invocation after them: {@code test(String, int[])[2]} of JUnit 5,
     * {@code test{String, int}[2]} of older Surefire, {@code any words()} of Kotlin.
     */
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(?:([\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\(.*\\)|\\{.*})|(.+)\\(\\))\\s*(?:\\[.*)?$", Pattern.DOTALL);

    private static final Pattern REPORT_SUFFIX = Pattern.compile("^([^()\\s]+)\\(([^()]*)\\)$");

    private TestNames() {}

    /**
     * Names a case.
     *
     * @param written the case as the report has it
     * @param dialect who wrote the report
     * @param level how finely tests are told apart
     */
    static TestId of(RawCase written, ReportDialect dialect, Level level) {
        TestId test =
                switch (dialect) {
                    case SUREFIRE, GRADLE -> jvm(written);
                    case PYTEST -> PytestNames.of(written);
                    case JEST, MOCHA, PLAYWRIGHT -> script(written, dialect);
                    case GO -> go(written);
                    case RSPEC -> new TestId("", file(written, written.className()), written.name());
                    case CTEST -> new TestId("", written.name(), "");
                    case DOTNET, GENERIC -> new TestId("", className(written), written.name());
                };
        return switch (level) {
            case CLASS -> classLevel(test, dialect);
            case METHOD -> new TestId(test.suite(), test.className(), method(test.method(), dialect));
            case CASE -> test;
        };
    }

    /** Keeps a name as it is, or shortens an absurdly long one to its start and a digest that tells it from others. */
    static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            String mark = HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARS);
            return name.substring(0, LONGEST - DIGEST_CHARS - 1) + "~" + mark;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static TestId classLevel(TestId test, ReportDialect dialect) {
        String className = test.className();
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        if (dialect.isJvm() && nested > 0) {
            className = className.substring(0, nested);
        }
        if (dialect == ReportDialect.PYTEST) {
            className = PytestNames.fileOf(className);
        }
        return new TestId(test.suite(), className, "");
    }

    private static String method(String name, ReportDialect dialect) {
        return switch (dialect) {
            case SUREFIRE, GRADLE, DOTNET -> withoutSignature(name);
            case PYTEST -> withoutInvocation(name);
            case GO -> name.indexOf('/') > 0 ? name.substring(0, name.indexOf('/')) : name;
            default -> name;
        };
    }

    private static TestId jvm(RawCase written) {
        String className = className(written);
        Matcher suffixed = REPORT_SUFFIX.matcher(className);
        String suite = "";
        if (suffixed.matches()) {
            className = suffixed.group(1);
            suite = suffixed.group(2);
        }
        if (written.suite().endsWith("." + className)) {
            // Some engines under Surefire (jqwik) report the simple name; the suite has the whole.
            className = written.suite();
        }
        boolean wholeClass = written.name().equals(className);
        return new TestId(suite, className, wholeClass ? "" : written.name());
    }

    private static TestId script(RawCase written, ReportDialect dialect) {
        String project = dialect == ReportDialect.PLAYWRIGHT ? written.host() : "";
        String fallback = className(written);
        if (isScript(written.suite())) {
            fallback = path(written.suite());
        } else if (isScript(written.className())) {
            fallback = path(written.className());
        }
        return new TestId(project, file(written, fallback), written.name());
    }

    private static TestId go(RawCase written) {
        String name = written.suite().isEmpty() ? className(written) : written.suite();
        // "[build failed]" and the like, and the nameless TestMain, are about the package.
        boolean wholePackage = written.name().startsWith("[")
                || (written.className().isEmpty() && !written.suite().isEmpty());
        return new TestId("", name, wholePackage ? "" : written.name());
    }

    private static String className(RawCase written) {
        if (!written.className().isBlank()) {
            return written.className();
        }
        if (!written.suite().isBlank()) {
            return written.suite();
        }
        return written.file().isBlank() ? written.name() : path(written.file());
    }

    private static String file(RawCase written, String fallback) {
        if (!written.file().isBlank()) {
            return path(written.file());
        }
        return written.suiteFile().isBlank() ? fallback : path(written.suiteFile());
    }

    /** A path as version control writes it: with slashes and without a leading {@code ./}. */
    static String path(String written) {
        String path = written.replace('\\', '/');
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path;
    }

    private static boolean isScript(String name) {
        return ReportTraits.SCRIPT_FILE.matcher(name).matches();
    }

    private static String withoutInvocation(String name) {
        Matcher matcher = INVOCATION.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }

    private static String withoutSignature(String name) {
        Matcher matcher = SIGNATURE.matcher(name);
        if (!matcher.matches()) {
            return withoutInvocation(name);
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
}
