package io.jenkins.plugins.mlci.logscan.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.line.LineReader;
import io.jenkins.plugins.mlci.shared.secret.SecretKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All secrets here are made up. */
class SecretScannerTest {
    private record Scanned(List<Secret> secrets, List<String> lines) {}

    private static Scanned scan(String log) throws IOException {
        SecretScanner scanner = new SecretScanner();
        List<String> lines = new ArrayList<>();
        LineReader.readAll(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), line -> {
            scanner.scan(line);
            lines.add(line.text());
        });
        return new Scanned(scanner.secrets(), lines);
    }

    /** The secret stands between braces, which are taken out first; text in two parts keeps scanners of sources calm. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS_KEY | aws_access_key_id={AKIA FAKEPS32TDSGBIV3} used
            TOKEN | + export GITHUB_TOKEN={ghp_ FAKE71159bAC42b4eaFHGAC4C10fbGFAKE00}
            GITHUB_TOKEN | cloning with {ghp_ FAKE71159bAC42b4eaFHGAC4C10fbGFAKE00} now
            GITLAB_TOKEN | {glpat- FAKEabcdEFGH12345678}
            SLACK_TOKEN | using {xoxb- 123456789012-FAKEFAKEabcdefXYZ}
            CLOUD_KEY | {AIza SyFAKE5678901234567890123456789abcd}
            PACKAGE_TOKEN | {npm_ FAKE5678901234567890123456789abcdefG}
            JSON_WEB_TOKEN | {eyJ hbGciOiJIUzI1NiJ9.eyJzdWIiOiJGQUtFIn0.FAKEsignature-abc_DEF}
            URL_PASSWORD | git clone https://bob:{FAKE s3cret}@example.org/x.git
            AUTHORIZATION | Authorization: Bearer {FAKE 0123456789abcdef}
            PASSWORD | connecting with jdbc.password={FAKE-s3cr3t -cJCDA77C}
            PASSWORD | mysql --password {FAKE s3cret1} -h db
            PASSWORD | "db_password": "{FAKE s3cr3t99}",
            TOKEN | client_secret={FAKE/3BAE5GBB783d50eJa Fd5DGKd2G}
            TOKEN | "apiKey": "{FAKE0123456789 abcdefXYZ}"
            """)
    void findsAndHides(SecretKind kind, String marked) throws IOException {
        int open = marked.indexOf('{');
        int close = marked.indexOf('}');
        String secret = marked.substring(open + 1, close).replace(" ", "");
        Scanned scanned = scan(marked.substring(0, open) + secret + marked.substring(close + 1) + "\nnext\n");
        assertThat(scanned.secrets()).extracting(Secret::kind).containsExactly(kind);
        assertThat(scanned.secrets().toString() + scanned.lines()).doesNotContain(secret);
        assertThat(scanned.lines().get(0)).contains("****").startsWith(marked.substring(0, open));
        assertThat(scanned.lines().get(0)).endsWith(marked.substring(close + 1));
        assertThat(scanned.lines().get(1)).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: expected ';'",
                "password=****",
                "PASSWORD=[secure]",
                "password=$PASSWORD",
                "--password ${DB_PASSWORD}",
                "password: required",
                "Unexpected token: identifier",
                "String token = tokenizer.nextToken();",
                "private_key=/home/me/.ssh/id_rsa",
                "commit 5f2864f496354d6ace29988e0ffdd2dc13357d09",
                "AKIAIOSFODNN7EXAMPLE",
                "https://example.org:8080/path@2x.png",
                "http://user:@host/",
                "eyJhbGciOiJIUzI1NiJ9 is no token",
                "Finished seek.webm seek test 1 token: seek.webm-seek1.js",
                "max_tokens=4096 tokens=123456789012",
                "secret",
                "="
            })
    void leavesAloneWhatIsNone(String line) throws IOException {
        Scanned scanned = scan(line);
        assertThat(scanned.secrets()).isEmpty();
        assertThat(scanned.lines()).containsExactly(line);
    }

    @Test
    void hidesSeveralInOneLine() throws IOException {
        Scanned scanned = scan("2026-11-24T10:00:00Z id=AKIA" + "FAKEPS32TDSGBIV3 password=FAKE-x1y2 end");
        assertThat(scanned.lines()).containsExactly("2026-11-24T10:00:00Z id=**** password=**** end");
        assertThat(scanned.secrets()).hasSize(1);
    }

    @Test
    void hidesAPrivateKeyWhole() throws IOException {
        String begin = "-----BEGIN RSA PRIVATE" + " KEY-----";
        Scanned scanned =
                scan("cat key\n" + begin + "\nMIIFAKE+abc/def=\nAAAABBBB\n-----END RSA PRIVATE" + " KEY-----\ndone\n");
        assertThat(scanned.secrets()).hasSize(1);
        assertThat(scanned.secrets().get(0).first()).isEqualTo(2);
        assertThat(scanned.secrets().get(0).last()).isEqualTo(5);
        assertThat(String.join("\n", scanned.lines()))
                .doesNotContain("MIIFAKE")
                .doesNotContain("AAAABBBB")
                .contains("done");
    }

    @Test
    void aKeyWithoutAnEndHidesNoMoreThanItsBody() throws IOException {
        Scanned scanned = scan("-----BEGIN PRIVATE" + " KEY-----\nMIIFAKE\n[INFO] goes on\nand on\n");
        assertThat(scanned.lines()).containsExactly("****", "****", "[INFO] goes on", "and on");
        assertThat(scanned.secrets().get(0).last()).isEqualTo(2);
    }

    @Test
    void listsNoMoreThanIsGoodForAnybody() throws IOException {
        SecretScanner scanner = new SecretScanner();
        byte[] log = "password=FAKE-x1y2\n".repeat(3 * SecretScanner.LISTED).getBytes(StandardCharsets.UTF_8);
        LineReader.readAll(new ByteArrayInputStream(log), scanner::scan);
        assertThat(scanner.secrets()).hasSize(SecretScanner.LISTED);
        assertThat(scanner.count()).isEqualTo(3L * SecretScanner.LISTED);
    }

    @Property(tries = 500)
    void takesAnyBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        SecretScanner scanner = new SecretScanner();
        List<String> lines = new ArrayList<>();
        LineReader.readAll(new ByteArrayInputStream(bytes), line -> {
            boolean hidden = scanner.scan(line);
            lines.add(line.text());
            assertThat(hidden).isEqualTo(line.text().contains("****") && hidden);
        });
        assertThat(scanner.count()).isLessThanOrEqualTo(lines.size());
    }
}
