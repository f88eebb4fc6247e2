package io.jenkins.plugins.mlci.testselector.change;

/** Guards against paths that only a forged repository has. */
final class Paths {
    private Paths() {}

    /**
     * Refuses a path that leaves the repository or that no checkout accepts. Newlines, quotes and spaces are legal in
     * Git and stay as they are: who hands a path on must quote it.
     */
    static void requirePlain(String path) throws UnknownChangeException {
        boolean plain = !path.isEmpty() && path.indexOf('\0') < 0;
        for (String part : path.split("/", -1)) {
            plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.equalsIgnoreCase(".git");
        }
        if (!plain) {
            throw new UnknownChangeException(
                    "The change has the path " + Sentences.quote(path) + ", which no checkout accepts.");
        }
    }
}
