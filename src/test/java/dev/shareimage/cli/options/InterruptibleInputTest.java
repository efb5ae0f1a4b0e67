package dev.shareimage.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptibleInputTest {

    @Test
    void reads_to_the_end() throws IOException {
        byte[] text = "2000000000000002\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new InterruptibleInput(new ByteArrayInputStream(text)).readNBytes(100))
                .isEqualTo(text);
    }

    @Test
    void gives_up_when_interrupted_though_nothing_arrives() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new InterruptibleInput(silent()).readNBytes(100))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void passes_on_that_it_cannot_be_read() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> new InterruptibleInput(broken).readNBytes(100))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("gone");
    }

    private static InputStream silent() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
    }
}
