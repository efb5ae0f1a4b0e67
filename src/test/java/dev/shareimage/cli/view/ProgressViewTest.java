package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Progress;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.domain.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Progress is one line at any width of a terminal, and one line for each step in a log. */
class ProgressViewTest {

    private static final String CLEAR = "\r\u001B[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Window window = new Window();
    private final Output output = new Output(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(written, false, StandardCharsets.UTF_8),
            new Terminal(true, true, true, window),
            OutputOptions.PLAIN);

    /** A terminal whose width changes. */
    private static final class Window implements TerminalDevice {
        private int columns = 60;
        private Runnable listener = () -> {};

        void resize(int width) {
            columns = width;
            listener.run();
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public Optional<InputStream> keyboard() {
            return Optional.empty();
        }

        @Override
        public void onResize(Runnable action) {
            listener = action;
        }
    }

    @Test
    void a_line_stays_within_the_width() {
        window.columns = 20;

        progress(false).step("イメージを共有しています m-1");

        assertThat(text()).isEqualTo(CLEAR + "イメージを共有して…");
        assertThat(DisplayWidth.of("イメージを共有して…")).isLessThan(20);
    }

    @Test
    void a_wider_terminal_shows_more_of_the_line_at_once() {
        window.columns = 20;
        progress(false).advance("image m-1 is shared", 120, 300);

        window.resize(40);

        assertThat(text()).isEqualTo(CLEAR + "image m-1 is share…" + CLEAR + "image m-1 is shared … 120/300");
    }

    @Test
    void a_narrower_terminal_keeps_nothing_of_the_line_that_it_broke() {
        progress(false).advance("image m-1 is shared and read back", 120, 300);

        window.resize(20);
        output.tell(Style.PLAIN, "done");

        assertThat(text())
                .isEqualTo(CLEAR + "image m-1 is shared and read back … 120/300"
                        + "\u001B[2A\r\u001B[J" + "image m-1 is share…"
                        + CLEAR + "done\n");
    }

    @Test
    void nothing_is_redrawn_once_the_line_is_gone() {
        progress(false).step("share");
        output.clearLiveLine();
        written.reset();

        window.resize(30);

        assertThat(text()).isEmpty();
    }

    @Test
    void a_pipeline_gets_one_plain_line_a_step_though_it_may_look_like_a_terminal() {
        Progress progress = progress(true);
        progress.step("share");
        progress.advance("shared", 1, 1);

        assertThat(text()).isEqualTo("- share\n- shared\n");
    }

    @Test
    void a_log_has_the_colon_of_its_language() {
        Progress progress =
                ProgressView.of(output, Messages.load("cli", "zh"), new Terminal(true, true, true, window), true);
        progress.advance("镜像 m-1 已共享", 2, 2);
        progress.percent("复制镜像 m-1", 50);

        assertThat(text()).isEqualTo("- 镜像 m-1 已共享：2/2\n- 复制镜像 m-1：50%\n");
    }

    private Progress progress(boolean logged) {
        return ProgressView.of(output, Messages.load("cli", "en"), new Terminal(true, true, true, window), logged);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
