package io.jenkins.plugins.mlci.plugin.logscan.scan;

import io.jenkins.plugins.mlci.logscan.scan.LogScanner;

/** The scanner with the models that ship with the engine, made once. */
public final class Scanners {
    private Scanners() {}

    /** Safe for use by many threads. */
    public static LogScanner shipped() {
        return Holder.SHIPPED;
    }

    /** Read when it is first needed, not when Jenkins starts. */
    private static final class Holder {
        private static final LogScanner SHIPPED = LogScanner.shipped();
    }
}
