package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.util.Locale;

/** The person in a line such as {@code Jane Roe <jane@example.org> 2026-02-01 07:52:00 -0500}. */
final class GitPerson {
    private GitPerson() {}

    /** The mail address in lower case, since names are spelt in many ways; the name where there is no address. */
    static String of(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return line.trim();
        }
        String mail = line.substring(open + 1, close).trim().toLowerCase(Locale.ROOT);
        return mail.isEmpty() ? line.substring(0, open).trim() : mail;
    }
}
