package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times to wait as people write them: {@code 90s}, {@code 30m}, {@code 12h}, {@code 2d}. */
public final class Waits {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*([smhd])");
    private static final Duration LONGEST = Duration.ofDays(366);

    private Waits() {}

    /**
     * The time; zero for the empty string and for {@code 0}.
     *
     * @throws IllegalArgumentException with an example when the text is none, or longer than a year
     */
    public static Duration parse(String text) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = FORM.matcher(plain);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time. Write for example '30m', '12h' or '2d'.");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration time =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + text + "' is longer than a year.");
        }
        return time;
    }
}
