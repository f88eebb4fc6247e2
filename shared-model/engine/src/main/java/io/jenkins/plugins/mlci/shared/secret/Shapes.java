package io.jenkins.plugins.mlci.shared.secret;

/** Secrets that are known by their shape: a prefix that their maker chose, and a length. */
final class Shapes {
    /** prefix, fewest characters behind it, most (0 for no limit), kind; of letters, digits, {@code _} and {@code -}. */
    private record Shape(String prefix, int least, int most, SecretKind kind) {}

    private static final Shape[] SHAPES = {
        new Shape("AKIA", 16, 16, SecretKind.AWS_KEY),
        new Shape("ASIA", 16, 16, SecretKind.AWS_KEY),
        new Shape("ABIA", 16, 16, SecretKind.AWS_KEY),
        new Shape("ACCA", 16, 16, SecretKind.AWS_KEY),
        new Shape("ghp_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("gho_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("ghu_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("ghs_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("ghr_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("github_pat_", 30, 255, SecretKind.GITHUB_TOKEN),
        new Shape("glpat-", 20, 64, SecretKind.GITLAB_TOKEN),
        new Shape("gldt-", 20, 64, SecretKind.GITLAB_TOKEN),
        new Shape("glrt-", 20, 64, SecretKind.GITLAB_TOKEN),
        new Shape("glptt-", 20, 64, SecretKind.GITLAB_TOKEN),
        new Shape("glcbt-", 20, 80, SecretKind.GITLAB_TOKEN),
        new Shape("xoxb-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("xoxp-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("xoxa-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("xoxr-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("xoxs-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("xapp-", 20, 255, SecretKind.SLACK_TOKEN),
        new Shape("AIza", 35, 35, SecretKind.CLOUD_KEY),
        new Shape("GOCSPX-", 28, 28, SecretKind.CLOUD_KEY),
        new Shape("sk_live_", 16, 255, SecretKind.CLOUD_KEY),
        new Shape("rk_live_", 16, 255, SecretKind.CLOUD_KEY),
        new Shape("sk-ant-", 40, 255, SecretKind.CLOUD_KEY),
        new Shape("sk-proj-", 40, 255, SecretKind.CLOUD_KEY),
        new Shape("dop_v1_", 64, 64, SecretKind.CLOUD_KEY),
        new Shape("shpat_", 32, 32, SecretKind.CLOUD_KEY),
        new Shape("ATATT3", 60, 255, SecretKind.CLOUD_KEY),
        new Shape("AGE-SECRET-KEY-1", 58, 58, SecretKind.CLOUD_KEY),
        new Shape("hf_", 34, 40, SecretKind.CLOUD_KEY),
        new Shape("npm_", 36, 36, SecretKind.PACKAGE_TOKEN),
        new Shape("pypi-AgE", 40, 0, SecretKind.PACKAGE_TOKEN),
        new Shape("dckr_pat_", 24, 64, SecretKind.PACKAGE_TOKEN),
        new Shape("rubygems_", 40, 64, SecretKind.PACKAGE_TOKEN),
        new Shape("eyJ", 13, 0, SecretKind.JSON_WEB_TOKEN)
    };

    /** The shapes by the first byte of their prefix. */
    private static final Shape[][] BY_FIRST = byFirst();

    private Shapes() {}

    /** What the name from {@code from} to {@code to} is, null if nothing that is known. Documented example keys are no secrets. */
    static SecretKind kind(byte[] bytes, int from, int to, int end) {
        Shape[] candidates = BY_FIRST[bytes[from] & 0x7F];
        if (candidates == null) {
            return null;
        }
        for (Shape shape : candidates) {
            int rest = to - from - shape.prefix.length();
            if (rest >= shape.least
                    && (shape.most == 0 || rest <= shape.most)
                    && starts(bytes, from, to, shape.prefix)) {
                return plausible(bytes, from + shape.prefix.length(), to, end, shape.kind) ? shape.kind : null;
            }
        }
        return null;
    }

    private static boolean plausible(byte[] bytes, int from, int to, int end, SecretKind kind) {
        return switch (kind) {
            case AWS_KEY -> capitalsAndDigits(bytes, from, to) && !starts(bytes, to - 7, to, "EXAMPLE");
            case JSON_WEB_TOKEN -> to + 3 < end && bytes[to] == '.' && starts(bytes, to + 1, end, "eyJ");
            default -> Characters.variety(bytes, from, to) >= 8;
        };
    }

    /** Where the secret ends: a JSON web token has two more parts behind points. */
    static int end(byte[] bytes, int to, int end, SecretKind kind) {
        int at = to;
        if (kind == SecretKind.JSON_WEB_TOKEN) {
            while (at < end
                    && (Characters.letterOrDigit(bytes[at])
                            || bytes[at] == '.'
                            || bytes[at] == '_'
                            || bytes[at] == '-')) {
                at++;
            }
        }
        return at;
    }

    private static boolean capitalsAndDigits(byte[] bytes, int from, int to) {
        boolean digit = false;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            boolean isDigit = b >= '0' && b <= '9';
            if (!isDigit && (b < 'A' || b > 'Z')) {
                return false;
            }
            digit |= isDigit;
        }
        return digit;
    }

    static boolean starts(byte[] bytes, int from, int to, String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Shape[][] byFirst() {
        Shape[][] table = new Shape[128][];
        for (Shape shape : SHAPES) {
            int first = shape.prefix.charAt(0);
            Shape[] before = table[first] == null ? new Shape[0] : table[first];
            table[first] = java.util.Arrays.copyOf(before, before.length + 1);
            table[first][before.length] = shape;
        }
        return table;
    }
}
