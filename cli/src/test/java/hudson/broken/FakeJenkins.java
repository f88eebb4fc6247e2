package hudson.broken;

/** Stands for a class of Jenkins, so that a test can show that engines may not use one. */
public final class FakeJenkins {
    private FakeJenkins() {}

    public static String version() {
        return "none";
    }
}
