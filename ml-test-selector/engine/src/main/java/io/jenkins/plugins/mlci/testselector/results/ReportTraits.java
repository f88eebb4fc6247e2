package io.jenkins.plugins.mlci.testselector.results;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Recognises who wrote a report by what only they write. */
final class ReportTraits {
    /** Files whose name marks them as tests of JavaScript or TypeScript, or at least as modules of these. */
    static final Pattern SCRIPT_FILE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSEMBLY = Pattern.compile(".*\\.(?:dll|exe)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GO_TEST = Pattern.compile("(?:Test|Example|Fuzz|Benchmark)\\P{Ll}.*|TestMain");
    private static final Pattern JVM_CLASS =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
    private static final Set<String> CTEST_STATUS = Set.of("run", "fail", "notrun", "disabled");

    private String rootName = "";
    private boolean manySuites;
    private boolean surefire;
    private boolean goVersion;
    private boolean javaProperties;
    private boolean assembly;
    private boolean disabledCount;
    private boolean hostAndTime;
    private String firstSuite = "";
    private boolean scriptFiles;
    private int cases;
    private int ctestCases;
    private int goCases;
    private int jvmCases;
    private int pythonFiles;
    private int rubyFiles;

    void root(String element, String name) {
        manySuites = element.equals("testsuites");
        rootName = name.toLowerCase(Locale.ROOT);
    }

    void property(String name) {
        goVersion |= name.equals("go.version");
        surefire |= name.startsWith("surefire.");
        javaProperties |= name.equals("java.version");
    }

    void suite(XMLStreamReader reader, String name) {
        if (firstSuite.isEmpty()) {
            firstSuite = name.toLowerCase(Locale.ROOT);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            disabledCount |= attribute.equals("disabled");
            surefire |= attribute.endsWith("noNamespaceSchemaLocation")
                    && reader.getAttributeValue(i).contains("surefire");
        }
        hostAndTime |= reader.getAttributeValue(null, "hostname") != null
                && reader.getAttributeValue(null, "timestamp") != null;
        assembly |= ASSEMBLY.matcher(name).matches();
        scriptFiles |= SCRIPT_FILE.matcher(name).matches();
    }

    void testCase(RawCase written) {
        cases++;
        if (CTEST_STATUS.contains(written.status()) && written.className().equals(written.name())) {
            ctestCases++;
        }
        String test = written.name();
        if (GO_TEST.matcher(test).matches() && (packageOf(written.suite(), written.className()))) {
            goCases++;
        }
        String type = written.className();
        if (JVM_CLASS.matcher(type).matches()
                && (type.equals(written.suite()) || type.startsWith(written.suite() + "$"))) {
            jvmCases++;
        }
        String file = written.file();
        pythonFiles += file.endsWith(".py") ? 1 : 0;
        rubyFiles += file.endsWith(".rb") ? 1 : 0;
        scriptFiles |= SCRIPT_FILE.matcher(file).matches()
                || SCRIPT_FILE.matcher(written.className()).matches();
    }

    /** The writer, {@link ReportDialect#GENERIC} when nothing gives them away. */
    ReportDialect dialect() {
        if (goVersion) {
            return ReportDialect.GO;
        }
        if (surefire) {
            return ReportDialect.SUREFIRE;
        }
        ReportDialect named = byName();
        if (named != ReportDialect.GENERIC) {
            return named;
        }
        if (assembly) {
            return ReportDialect.DOTNET;
        }
        if (cases > 0) {
            return byCases();
        }
        return ReportDialect.GENERIC;
    }

    private ReportDialect byName() {
        if (rootName.equals("pytest tests") || firstSuite.equals("pytest") || pythonFiles > 0) {
            return ReportDialect.PYTEST;
        }
        if (rootName.equals("jest tests") || rootName.equals("vitest tests")) {
            return ReportDialect.JEST;
        }
        if (rootName.equals("mocha tests") || firstSuite.equals("mocha tests") || firstSuite.equals("root suite")) {
            return ReportDialect.MOCHA;
        }
        if (firstSuite.startsWith("rspec") || rubyFiles > 0) {
            return ReportDialect.RSPEC;
        }
        return ReportDialect.GENERIC;
    }

    private ReportDialect byCases() {
        if (ctestCases == cases && (disabledCount || !manySuites)) {
            return ReportDialect.CTEST;
        }
        if (goCases == cases) {
            return ReportDialect.GO;
        }
        if (scriptFiles) {
            return manySuites && hostAndTime ? ReportDialect.PLAYWRIGHT : ReportDialect.JEST;
        }
        boolean oneClassAFile = !manySuites && jvmCases == cases;
        if (oneClassAFile && (hostAndTime || javaProperties)) {
            return javaProperties ? ReportDialect.SUREFIRE : ReportDialect.GRADLE;
        }
        return ReportDialect.GENERIC;
    }

    /** Whether the class is the suite's Go package or its last part. */
    private static boolean packageOf(String suite, String className) {
        return !suite.isEmpty() && (suite.equals(className) || suite.endsWith("/" + className));
    }
}
