package io.jenkins.plugins.mlci.logscan.template;

/** Forms by key, in open addressing, up to a number that is set. */
final class FormTable {
    private final int most;
    private Form[] slots = new Form[256];
    private int size;

    FormTable(int most) {
        this.most = most;
    }

    Form get(long key) {
        int at = place(key);
        Form form = slots[at];
        while (form != null && form.key() != key) {
            at = (at + 1) & (slots.length - 1);
            form = slots[at];
        }
        return form;
    }

    /** Adds a form whose key is not in the table yet. */
    void add(Form form) {
        if (2 * (size + 1) > slots.length) {
            Form[] before = slots;
            slots = new Form[2 * before.length];
            for (Form moved : before) {
                if (moved != null) {
                    slots[free(moved.key())] = moved;
                }
            }
        }
        slots[free(form.key())] = form;
        size++;
    }

    boolean full() {
        return size >= most;
    }

    int size() {
        return size;
    }

    Iterable<Form> forms() {
        return () -> java.util.Arrays.stream(slots)
                .filter(java.util.Objects::nonNull)
                .iterator();
    }

    private int free(long key) {
        int at = place(key);
        while (slots[at] != null) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private int place(long key) {
        return (int) (key ^ key >>> 32) & (slots.length - 1);
    }
}
