package io.jenkins.plugins.mlci.testselector.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "*Smoke*, com.shop.SmokeTest, true",
        "com.shop.*Test#pays, com.shop.CartTest#pays, true",
        "com.shop.CartTest, com.shop.CartTest2, false",
        "config/*, config/app.yml, true",
        "config/*, config/deep/app.yml, false",
        "config/**, config/deep/app.yml, true",
        "config/**, config, false",
        "**/app.yml, app.yml, true",
        "**/app.yml, a/b/app.yml, true",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/xb, false",
        "db/V?.sql, db/V1.sql, true",
        "db/V?.sql, db/V12.sql, false",
        "a?b, a/b, false",
        "**, '', true",
        "'', '', true",
        "'', a, false",
        "?, '', false",
        "[a-z].+(x), [a-z].+(x), true",
        "a.c, abc, false"
    })
    void matches(String pattern, String text, boolean expected) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(expected);
    }

    @Property(tries = 3000)
    void agreesWithARegularExpression(
            @ForAll @Chars({'a', 'b', '/', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b', '/'}) @StringLength(max = 8) String text) {
        assertThat(Wildcard.matches(pattern, text))
                .isEqualTo(regex(pattern).matcher(text).matches());
    }

    @Property(tries = 300)
    void everyTextMatchesItselfAndTheDeepStar(@ForAll @CharRange(from = '+', to = '>') String text) {
        assertThat(Wildcard.matches(text, text)).isTrue();
        assertThat(Wildcard.matches("**", text)).isTrue();
        assertThat(Wildcard.matches("**" + text, text)).isTrue();
        assertThat(Wildcard.matches("*", text)).isEqualTo(text.indexOf('/') < 0);
    }

    @Example
    void manyStarsDoNotBacktrack() {
        String pattern = "a*".repeat(50) + "b";
        String text = "a".repeat(20_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(Wildcard.matches(pattern, text))
                .isFalse());
    }

    private static Pattern regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (pattern.charAt(i) == '*') {
                regex.append("[^/]*");
            } else if (pattern.charAt(i) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
