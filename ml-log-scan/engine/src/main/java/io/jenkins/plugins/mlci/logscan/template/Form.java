package io.jenkins.plugins.mlci.logscan.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One wording of a line, with its values left out. Several forms that differ in a word which turned out to be a value share one template.
 * A form stays valid when the miner has forgotten it.
 */
public final class Form {
    private static final int HEAD = 4;
    private static final byte[] WILDCARD = TemplateText.WILDCARD.getBytes(StandardCharsets.UTF_8);

    private final long key;
    /** The tokens; null is a wildcard. */
    private final byte[][] wording;
    /** Those of the template, if this form stands for it. */
    private byte[][] tokens;

    /** The form that stands for the template of this one; itself if it does. */
    private Form parent;

    /** The hash of the tokens, at first those of the wording; 0 when it has to be computed. */
    private long id;

    private long count;
    private long templateCount;
    private boolean known;

    Form(long key, byte[][] tokens) {
        this.key = key;
        this.id = key;
        this.wording = tokens;
        this.tokens = tokens;
        this.parent = this;
    }

    static Form of(long key, Tokens line) {
        byte[][] copy = new byte[line.count][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = switch (line.kind[i]) {
                case Tokens.SPACE -> SpaceToken.BYTES;
                case Tokens.WILD -> null;
                default -> token(line.bytes, line.from[i], line.to[i]);
            };
        }
        return new Form(key, copy);
    }

    private static byte[] token(byte[] bytes, int from, int to) {
        return to - from == 1 ? OneByte.TOKENS[bytes[from] & 0xFF] : Arrays.copyOfRange(bytes, from, to);
    }

    /** The hash of the wording: the same in every build and on every machine. */
    public long key() {
        return key;
    }

    /** How many lines had this wording. */
    public long count() {
        return count;
    }

    /** How many lines had the template. */
    public long templateCount() {
        return root().templateCount;
    }

    /** The id of the template, the hash of its text. It changes when one more word turns out to be a value. */
    public long templateId() {
        return root().id();
    }

    private long id() {
        if (id == 0) {
            id = contentHash(tokens);
        }
        return id;
    }

    /** The template as it is now. */
    public Template template() {
        Form root = root();
        return new Template(root.id(), text(root.tokens), root.templateCount);
    }

    /** Whether this template was learned before this log, in this or another wording. */
    public boolean templateKnown() {
        return root().known;
    }

    /** A hash of how the wording starts: up to four words and marks, spaces and values left out. 0 where there are fewer than two. */
    public long head() {
        long head = 0;
        int parts = 0;
        for (int i = 0; i < wording.length && parts < HEAD; i++) {
            if (wording[i] != null && wording[i] != SpaceToken.BYTES) {
                head = Hash.mix(head ^ Tokens.hashOf(wording[i]));
                parts++;
            }
        }
        return parts < 2 ? 0 : head;
    }

    /** The tokens of this wording, null for a wildcard, to be kept and given to {@link TemplateMiner#preload}. */
    public List<String> tokens() {
        List<String> list = new ArrayList<>();
        for (byte[] token : wording) {
            list.add(token == null ? null : new String(token, StandardCharsets.UTF_8));
        }
        return list;
    }

    /** The words and marks of the wording without its values, for showing what it says. */
    public String wording() {
        return text(wording);
    }

    /** The same as UTF-8, for looking at it. */
    public byte[] wordingBytes() {
        int length = 0;
        for (byte[] token : wording) {
            length += token == null ? WILDCARD.length : token.length;
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (byte[] token : wording) {
            for (byte b : token == null ? WILDCARD : token) {
                bytes[at++] = b;
            }
        }
        return bytes;
    }

    void know() {
        root().known = true;
    }

    /** Whether both forms have one template now. */
    public boolean sameTemplate(Form other) {
        return root() == other.root();
    }

    Form root() {
        Form root = parent;
        while (root.parent != root) {
            root = root.parent;
        }
        parent = root;
        return root;
    }

    void seen(long lines) {
        count += lines;
        root().templateCount += lines;
    }

    /** Both forms, and all that share a template with one of them, share one from now on. They have the same number of tokens. */
    void unite(Form other) {
        Form mine = root();
        Form theirs = other.root();
        if (mine == theirs) {
            return;
        }
        mine.tokens = generalised(mine.tokens, theirs.tokens);
        mine.id = 0;
        mine.templateCount += theirs.templateCount;
        mine.known |= theirs.known;
        theirs.tokens = mine.tokens;
        theirs.parent = mine;
    }

    private static byte[][] generalised(byte[][] one, byte[][] other) {
        byte[][] both = new byte[one.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = Arrays.equals(one[i], other[i]) ? one[i] : null;
        }
        return both;
    }

    private static long contentHash(byte[][] tokens) {
        long sum = tokens.length;
        for (int i = 0; i < tokens.length; i++) {
            sum += Tokens.term(Tokens.hashOf(tokens[i]), i);
        }
        return sum == 0 ? 1 : sum;
    }

    private static String text(byte[][] tokens) {
        StringBuilder text = new StringBuilder();
        for (byte[] token : tokens) {
            text.append(token == null ? TemplateText.WILDCARD : new String(token, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** One array for all tokens that are the same byte, as most marks are. */
    private static final class OneByte {
        private static final byte[][] TOKENS = new byte[256][];

        static {
            for (int b = 0; b < TOKENS.length; b++) {
                TOKENS[b] = new byte[] {(byte) b};
            }
        }
    }

    /** One array for all spaces. */
    private static final class SpaceToken {
        private static final byte[] BYTES = {' '};
    }
}
