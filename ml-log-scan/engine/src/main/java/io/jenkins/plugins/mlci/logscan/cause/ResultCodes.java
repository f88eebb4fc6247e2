package io.jenkins.plugins.mlci.logscan.cause;

/** What exit codes of a shell and answers of an HTTP server say. */
final class ResultCodes {
    private ResultCodes() {}

    /** A mask of {@link WordGroup}; 0 when the code says nothing by itself. */
    static long groups(int code) {
        return switch (code) {
            case 124 -> WordGroup.TIMEOUT.bit();
            case 126 -> WordGroup.DENIED.bit();
            case 127 -> WordGroup.TOOL.bit() | WordGroup.MISSING.bit();
            case 130, 134, 137, 139, 143 -> WordGroup.KILLED.bit();
            case 401, 403 -> WordGroup.DENIED.bit() | WordGroup.CREDENTIAL.bit();
            case 404 -> WordGroup.MISSING.bit() | WordGroup.NETWORK.bit();
            case 408, 429, 500, 502, 503, 504 -> WordGroup.NETWORK.bit();
            default -> 0;
        };
    }
}
