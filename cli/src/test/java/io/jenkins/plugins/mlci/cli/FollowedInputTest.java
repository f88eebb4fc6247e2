package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowedInputTest {
    @Test
    void isTheStreamBelowItAsLongAsNobodyEndsIt() throws IOException {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        try (FollowedInput in = FollowedInput.open(new ByteArrayInputStream(bytes))) {
            assertThat(in.read()).isZero();
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 1, bytes.length));
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.wasInterrupted()).isFalse();
        }
    }

    @Test
    void endsAtASignalThoughNobodyClosesTheOtherEnd() throws IOException {
        try (PipedOutputStream writer = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(writer);
                FollowedInput in = FollowedInput.open(pipe)) {
            writer.write("compiling\n".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            assertThat(in.read()).isEqualTo('c');
            in.tell();
            writer.write("make: *** Interrupt\n".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("ompiling\nmake: *** Interrupt\n");
            assertThat(in.wasInterrupted()).isTrue();
        }
    }

    @Test
    void leavesBehindWhoNeverStopsWriting() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'y';
            }
        };
        try (FollowedInput in = FollowedInput.open(endless)) {
            assertThat(in.read()).isEqualTo('y');
            in.tell();
            byte[] chunk = new byte[8192];
            while (in.read(chunk) >= 0) {
                assertThat(chunk[0]).isEqualTo((byte) 'y');
            }
            assertThat(in.wasInterrupted()).isTrue();
        }
    }

    @Test
    void handsOnThatReadingBroke() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The pipe broke.");
            }
        };
        try (FollowedInput in = FollowedInput.open(broken)) {
            assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("The pipe broke.");
        }
    }
}
