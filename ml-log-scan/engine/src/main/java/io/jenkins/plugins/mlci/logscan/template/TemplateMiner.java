package io.jenkins.plugins.mlci.logscan.template;

import io.jenkins.plugins.mlci.logscan.line.Fingerprint;
import io.jenkins.plugins.mlci.logscan.line.Line;
import java.util.List;

/**
 * Finds the templates of a log while it is read, without a setting. Not thread-safe.
 *
 * <p>A line becomes tokens, and what looks like a value becomes a wildcard ({@link TokenReader}). Lines with the same tokens have one
 * {@link Form}. A form that is new is compared with those that differ in one place: where {@value OpenPlaces#MANY} words, or a word and a
 * value, fit the same place, it holds a value, and the forms share a template. So a line costs the reading of its bytes and one look-up,
 * and only a new form costs more.
 *
 * <p>Memory is bounded: forms are kept in two generations, and what was not seen since the last change of generation is forgotten.
 */
public final class TemplateMiner {
    /** How many forms a generation holds. */
    static final int FORMS = 16_384;
    /** How many wordings with an open place a generation holds. */
    static final int PLACES = 131_072;
    /** Places of a line that are left open in turn. */
    private static final int OPEN = 24;

    private static final long OPEN_HASH = 0x09e709e709e709e7L;

    private final Tokens tokens = new Tokens();
    private final TokenReader reader = new TokenReader(tokens);
    private FormTable forms = new FormTable(FORMS);
    private FormTable olderForms = new FormTable(FORMS);
    private OpenPlaces places = new OpenPlaces();
    private OpenPlaces olderPlaces = new OpenPlaces();
    private final RecentForms recent = new RecentForms();

    /** Learns what a line says, without its timestamps. */
    public Form learn(Line line) {
        return learn(line.bytes(), line.message(), line.end());
    }

    /** Learns the bytes {@code from} to {@code to} as one line. */
    public Form learn(byte[] bytes, int from, int to) {
        // Which digits a value has never matters here, and many lines of a log differ in nothing else.
        long print = Fingerprint.withoutDigits(bytes, from, to);
        Form form = recent.get(print);
        if (form == null) {
            form = read(bytes, from, to);
            recent.put(print, form);
        }
        form.seen(1);
        return form;
    }

    private Form read(byte[] bytes, int from, int to) {
        reader.read(bytes, from, to);
        long key = tokens.skeleton();
        Form form = forms.get(key);
        if (form == null) {
            form = olderForms.get(key);
            if (form == null) {
                form = Form.of(key, tokens);
            }
            remember(form);
        }
        return form;
    }

    /**
     * Makes a wording known that an earlier log had, so that its template is that of the lines to come. Counts no line.
     *
     * @param wording as {@link Form#tokens()} gave it, at most {@value Tokens#MOST} tokens
     */
    public Form preload(List<String> wording) {
        tokens.load(wording);
        long key = tokens.skeleton();
        Form form = forms.get(key);
        if (form == null) {
            form = Form.of(key, tokens);
            remember(form);
        }
        form.know();
        return form;
    }

    /** How many forms are known. */
    public int size() {
        return forms.size() + olderForms.size();
    }

    private void remember(Form form) {
        if (forms.full() || places.size() >= PLACES) {
            olderForms = forms;
            olderPlaces = places;
            forms = new FormTable(FORMS);
            places = new OpenPlaces();
            recent.clear();
        }
        forms.add(form);
        leavePlacesOpen(form);
    }

    /** Tries each word and value behind the first word. A line needs a word besides, and how serious it is is never a value. */
    private void leavePlacesOpen(Form form) {
        int words = 0;
        for (int i = 0; i < tokens.count; i++) {
            words += tokens.kind[i] == Tokens.WORD ? 1 : 0;
        }
        int open = 0;
        boolean behindFirst = false;
        for (int i = 0; i < tokens.count && open < OPEN; i++) {
            byte kind = tokens.kind[i];
            if (kind != Tokens.WORD && kind != Tokens.WILD) {
                continue;
            }
            boolean level = kind == Tokens.WORD && level(i);
            int others = kind == Tokens.WORD ? words - 1 : words;
            if (behindFirst && !level && others > 0) {
                long key = form.key() - Tokens.term(tokens.hash[i], i) + Tokens.term(OPEN_HASH, i);
                if (olderPlaces.size() > 0) {
                    places.inherit(key, olderPlaces);
                }
                places.fit(key, form, kind == Tokens.WILD);
                open++;
            }
            behindFirst |= kind == Tokens.WORD && !level;
        }
    }

    private boolean level(int index) {
        return (Lexicon.kinds(tokens.bytes, tokens.from[index], tokens.to[index]) & Lexicon.LEVEL) != 0;
    }
}
