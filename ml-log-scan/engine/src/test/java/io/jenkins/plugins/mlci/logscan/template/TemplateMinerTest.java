package io.jenkins.plugins.mlci.logscan.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMinerTest {
    private final TemplateMiner miner = new TemplateMiner();

    private Form learn(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return miner.learn(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Received block blk_-1608999687919862906 of size 91178 from /10.250.14.224 | Received block <*> of size <*> from <*>
            took 15.3 ms | took <*>
            took <1 sec | took <*>
            memory 2048 MB, disk 20 GB | memory <*>, disk <*>
            delete  blk_1 blk_2 blk_3 | delete <*>
            at Sun Jul 10 03:55:15 2005 | at <*>
            Fri, Jul 1 is late | <*> is late
            GET /v2/54fa/servers?all=1&x=2 done | GET <*> done
            [INFO] Downloading https://repo.example.org/a/b.jar now | [INFO] Downloading <*> now
            INFO [worker-3 of pool] started | INFO [<*>] started
            synchronized to LOCAL(0), stratum 10 | synchronized to <*>, stratum <*>
            connection from 1.2.3.4 () closed | connection from <*> (<*>) closed
            status:200 id:deadbeefcafe | status:<*> id:<*>
            session opened for user news by (uid=0) | session opened for user <*> by (uid=<*>)
            rhost=zummit.com  user=root | rhost=<*> user=root
            program interrupt: illegal instruction......0 | program interrupt: illegal instruction......<*>
            INFO x [-] text | INFO x [<*>] text
            and/or a.b stay | and/or a.b stay
            org.example.app.Main started | <*> started
            """)
    void leavesOutValues(String line, String template) {
        assertThat(learn(line).template().text()).isEqualTo(template);
    }

    /** The miner looks a line up that differs from an earlier one in its digits only, instead of reading it. */
    @Property(tries = 2000)
    void readsLinesThatDifferInDigitsAlike(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'a', 'F', '7', ' ', '.', ':', '/', '-', '(', ')', '[', ']', ',', '=', '?'})
                    String line,
            @ForAll Random random) {
        StringBuilder other = new StringBuilder(line);
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '7') {
                other.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        assertThat(new TemplateMiner()
                        .learn(bytes(other.toString()), 0, line.length())
                        .key())
                .isEqualTo(
                        new TemplateMiner().learn(bytes(line), 0, line.length()).key());
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsVerbsApartAndJoinsNames() {
        for (String state : List.of("started", "stopped", "paused", "resumed")) {
            learn("the machine was " + state + " again");
        }
        assertThat(learn("the machine was started again").template().text()).isEqualTo("the machine was started again");
        List<Form> names = new ArrayList<>();
        for (String name : List.of("anna", "bert", "carl", "dora", "emil", "fritz", "gerd", "hans", "ilse")) {
            names.add(learn("Invalid login of " + name + " again"));
        }
        assertThat(names).allMatch(form -> form.sameTemplate(names.get(0)));
        assertThat(names.get(3).template().text()).isEqualTo("Invalid login of <*> again");
        assertThat(names.get(3).templateCount()).isEqualTo(9);
    }

    @Test
    void aWordWhereAValueStoodIsAValue() {
        Form value = learn("no route to device eth0 found");
        Form word = learn("no route to device lo found");
        assertThat(value.sameTemplate(word)).isTrue();
        assertThat(value.template()).isEqualTo(word.template());
    }

    @Test
    void neverJoinsLevels() {
        Form info = learn("x 1 INFO the build is done");
        for (String level :
                List.of("ERROR", "WARN", "DEBUG", "FATAL", "SEVERE", "TRACE", "NOTICE", "CRITICAL", "FAIL")) {
            assertThat(learn("x 1 " + level + " the build is done").sameTemplate(info))
                    .isFalse();
        }
    }

    @Test
    void idsAreTheSameInEveryLogAndOnEveryMachine() {
        Form here = learn("Tests run: 3, Failures: 0");
        TemplateMiner other = new TemplateMiner();
        byte[] line = "Tests run: 15, Failures: 2".getBytes(StandardCharsets.UTF_8);
        learn("something else before");
        assertThat(other.learn(line, 0, line.length).templateId()).isEqualTo(here.templateId());
        // Kept in histories: this number must never change.
        assertThat(here.template().name()).isEqualTo("b4a1dbcb47b5d8c1");
        assertThat(here.key()).as("a wording alone is its template").isEqualTo(here.templateId());
    }

    @Test
    void knowsWhatWasLearnedBefore() {
        List<String> kept = learn("no route to device eth0 found").tokens();
        TemplateMiner next = new TemplateMiner();
        Form known = next.preload(kept);
        byte[] line = "no route to device lo found".getBytes(StandardCharsets.UTF_8);
        Form other = next.learn(line, 0, line.length);
        assertThat(other.templateKnown()).isTrue();
        assertThat(other.sameTemplate(known)).isTrue();
        assertThat(known.key()).isEqualTo(learn("no route to device eth0 found").key());
        assertThat(known.count()).isZero();
        assertThat(other.head()).isEqualTo(known.head());
    }

    @Test
    void memoryIsBounded() {
        Random random = new Random(7);
        for (int i = 0; i < 120_000; i++) {
            learn("word" + letters(random) + " and " + letters(random) + " or " + letters(random));
        }
        assertThat(miner.size()).isLessThanOrEqualTo(2 * TemplateMiner.FORMS);
    }

    private static String letters(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append((char) ('g' + random.nextInt(19)));
        }
        return word.toString();
    }

    @Property(tries = 500)
    void takesAnyBytes(@ForAll @Size(max = 300) byte[] bytes) {
        TemplateMiner one = new TemplateMiner();
        TemplateMiner two = new TemplateMiner();
        Form first = one.learn(bytes, 0, bytes.length);
        Form second = two.learn(bytes, 0, bytes.length);
        assertThat(first.template()).isEqualTo(second.template());
        assertThat(one.preload(first.tokens()).tokens()).isEqualTo(first.tokens());
    }

    @Test
    void aLineOfManyTokensCostsNoMoreThanItsStart() {
        assertThat(learn("a b ".repeat(5_000)).tokens()).hasSizeLessThanOrEqualTo(Tokens.MOST);
        assertThat(learn("[".repeat(20_000)).template().text()).startsWith("[[[");
        assertThat(learn("INFO [" + "[".repeat(10_000)).template().text()).startsWith("INFO [[");
    }
}
