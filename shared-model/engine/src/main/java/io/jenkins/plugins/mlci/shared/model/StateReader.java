package io.jenkins.plugins.mlci.shared.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what {@link StateWriter} wrote, in the same order. The text may come from anywhere: nothing is allocated that the
 * bytes at hand do not fill, and what does not fit is refused with a {@link ModelFormatException}.
 */
public final class StateReader {
    /** The most bytes that a state may have when unpacked: 256 MiB. */
    public static final int MAX_BYTES = 256 << 20;

    private static final int CHUNK = 1 << 16;

    private final ByteBuffer bytes;

    /** Unpacks a state. */
    public StateReader(String text) {
        this.bytes = ByteBuffer.wrap(unpack(text));
    }

    private static byte[] unpack(String text) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(text));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0) {
                    throw new ModelFormatException("A state of the model is cut off.");
                }
                if (out.size() + count > MAX_BYTES) {
                    throw new ModelFormatException(
                            "A state of the model unpacks to more than " + MAX_BYTES + " bytes.");
                }
                out.write(chunk, 0, count);
            }
            return out.toByteArray();
        } catch (IllegalArgumentException | DataFormatException e) {
            throw e instanceof ModelFormatException format
                    ? format
                    : new ModelFormatException("A state of the model is damaged.", e);
        } finally {
            inflater.end();
        }
    }

    /** A whole number. */
    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            require(1);
            byte part = bytes.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new ModelFormatException("A number in the state of the model is too long.");
    }

    /** A whole number in a range, both ends included. */
    public int number(int least, int most) {
        long value = number();
        if (value < least || value > most) {
            throw new ModelFormatException(
                    "A number in the state of the model is " + value + ", not " + least + " to " + most + ".");
        }
        return (int) value;
    }

    /** How many things follow, each of which takes at least so many bytes. */
    public int count(int leastBytesEach) {
        return number(0, bytes.remaining() / leastBytesEach);
    }

    /** A flag. */
    public boolean flag() {
        return number(0, 1) == 1;
    }

    /** A number, possibly NaN. */
    public double real() {
        require(Double.BYTES);
        return bytes.getDouble();
    }

    /** A number that is neither NaN nor infinite. */
    public double finite() {
        double value = real();
        if (!Double.isFinite(value)) {
            throw new ModelFormatException("A number in the state of the model is not finite.");
        }
        return value;
    }

    /** Numbers, possibly NaN. */
    public double[] reals() {
        int count = count(Double.BYTES);
        double[] values = new double[count];
        int start = bytes.position();
        for (int i = 0; i < count; i++) {
            long bits = 0;
            for (int b = 0; b < Long.BYTES; b++) {
                bits = bits << 8 | bytes.get(start + b * count + i) & 0xff;
            }
            values[i] = Double.longBitsToDouble(bits);
        }
        bytes.position(start + Long.BYTES * count);
        return values;
    }

    /** So many numbers, possibly NaN. */
    public double[] reals(int expected) {
        double[] values = reals();
        if (values.length != expected) {
            throw new ModelFormatException(
                    "The state of the model holds " + values.length + " numbers where " + expected + " belong.");
        }
        return values;
    }

    /** A text. */
    public String text() {
        byte[] text = new byte[count(1)];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A set of numbers from 0, all below a limit. */
    public BitSet bits(int limit) {
        byte[] packed = new byte[count(1)];
        bytes.get(packed);
        BitSet bits = BitSet.valueOf(packed);
        if (bits.length() > limit) {
            throw new ModelFormatException("A set in the state of the model names what is not there.");
        }
        return bits;
    }

    /** Refuses what is left over. */
    public void end() {
        if (bytes.hasRemaining()) {
            throw new ModelFormatException("The state of the model has " + bytes.remaining() + " bytes too many.");
        }
    }

    private void require(int count) {
        if (bytes.remaining() < count) {
            throw new ModelFormatException("The state of the model is cut off.");
        }
    }
}
