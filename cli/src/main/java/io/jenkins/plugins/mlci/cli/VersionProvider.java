package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        String java = Runtime.version().toString();
        return new String[] {"mlci " + (version == null ? "development" : version) + " (Java " + java + ")"};
    }
}
