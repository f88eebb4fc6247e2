package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class VersionProvider implements IVersionProvider {
    /** The version alone. */
    static String number() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"mlci " + number() + " (Java " + Runtime.version() + ")"};
    }
}
