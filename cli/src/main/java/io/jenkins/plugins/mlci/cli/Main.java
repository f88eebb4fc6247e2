package io.jenkins.plugins.mlci.cli;

/** Where the JVM starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Mlci.run(CliEnvironment.ofProcess(), arguments));
    }
}
