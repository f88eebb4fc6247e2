package io.jenkins.plugins.mlci.logscan.cause;

import java.util.List;
import java.util.function.Predicate;

/** Says in a sentence what speaks for a range: what its lines are, what they are about, and whether good builds have them. */
final class CauseReason {
    /** From this novelty on no good build has anything like a line, see {@link Unit#isNew()} for less. */
    private static final double UNHEARD_OF = 0.95;

    private record Sign(Predicate<Unit> is, String words) {}

    /** What a line is, the most telling first. */
    private static final List<Sign> KINDS = List.of(
            shape(LineShape.TEST_FAILED, "A test report names what failed"),
            new Sign(
                    unit -> unit.has(LineShape.POSITION_FIRST) && unit.traits.severity() > 0,
                    "A compiler or checker names the place in the source"),
            shape(LineShape.ERROR_NAME, "An error is named"),
            shape(LineShape.CAUSED_BY, "What led to an error is named"),
            shape(LineShape.TRACE_HEAD, "A stack trace begins"),
            shape(LineShape.FRAME, "Part of a stack trace"),
            shape(LineShape.WRAPPER, "The command says how it ended"),
            shape(LineShape.ANNOTATION, "Marked as an error for the CI server"),
            shape(LineShape.LEVEL_ERROR, "Logged as an error"),
            shape(LineShape.SHOUT, "Marked as trouble"),
            shape(LineShape.COUNT_SOME, "Counts what failed"),
            shape(LineShape.BAD_CODE, "A program or server answers with a code of failure"),
            shape(LineShape.DIFF, "Part of a difference"),
            new Sign(unit -> unit.traits.severity() >= TroubleFilter.LEAST, "Its words tell of trouble"));

    private static final String OTHER = "Stands near what failed";

    /** What a line is about. Words of tests and compilers stand in too many lines to tell anything. */
    private static final List<Sign> SUBJECTS = List.of(
            group(WordGroup.TIMEOUT, "a time limit"),
            group(WordGroup.DENIED, "permissions"),
            group(WordGroup.DISK, "disk space"),
            group(WordGroup.MEMORY, "memory"),
            group(WordGroup.KILLED, "a program that was ended"),
            group(WordGroup.MISSING, "something that is missing"),
            group(WordGroup.NETWORK, "the network"),
            group(WordGroup.ASSERT, "an expectation"));

    private CauseReason() {}

    private static Sign shape(LineShape shape, String words) {
        return new Sign(unit -> unit.has(shape), words);
    }

    private static Sign group(WordGroup group, String words) {
        return new Sign(unit -> unit.has(group) && unit.traits.severity() > 0, words);
    }

    /**
     * The reason, a sentence.
     *
     * @param range its units, the one to read first in front
     * @param compared whether there is a good build to compare with
     */
    static String of(List<Unit> range, boolean compared) {
        StringBuilder reason = new StringBuilder(OTHER);
        for (Unit unit : range) {
            String kind = first(KINDS, unit);
            if (!kind.isEmpty()) {
                String subject = first(SUBJECTS, unit);
                reason.setLength(0);
                reason.append(kind).append(subject.isEmpty() ? "" : ", about " + subject);
                break;
            }
        }
        return reason.append(compared ? novelty(range) : "").append('.').toString();
    }

    private static String novelty(List<Unit> range) {
        double most = range.stream().mapToDouble(unit -> unit.novelty).max().orElse(0);
        if (most >= UNHEARD_OF) {
            return "; no good build has such a line";
        }
        return range.stream().anyMatch(Unit::isNew)
                ? "; good builds say it in other words"
                : "; good builds have it too";
    }

    private static String first(List<Sign> signs, Unit unit) {
        return signs.stream()
                .filter(sign -> sign.is.test(unit))
                .map(Sign::words)
                .findFirst()
                .orElse("");
    }
}
