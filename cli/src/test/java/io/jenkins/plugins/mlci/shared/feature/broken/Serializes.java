package io.jenkins.plugins.mlci.shared.feature.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Breaks the rule that nothing is kept with Java serialization. */
public final class Serializes {
    Object read(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            return objects.readObject();
        }
    }

    void write(OutputStream out, Object what) throws IOException {
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(what);
        }
    }
}
