package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.cli.view.TerminalDevice;
import dev.shareimage.domain.RegionId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs the program in process, with a service of the test. */
final class CommandLineRun {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final Map<String, String> environment = new HashMap<>();
    private final List<CloudOptions> opened = new ArrayList<>();
    private Optional<RegionId> profileRegion = Optional.of(new RegionId("cn-hongkong"));
    private ShareService service = new FakeService();
    private String input = "";
    private boolean silent;
    private boolean outputTaken = true;
    private Terminal terminal = Terminal.NONE;
    private Path directory = Path.of("");

    /** The result of a run. */
    record Outcome(int exitCode, String out, String err) {}

    CommandLineRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineRun with(ShareService other) {
        service = other;
        return this;
    }

    CommandLineRun withInput(String text) {
        input = text;
        return this;
    }

    /** Standard input is empty and no terminal. */
    CommandLineRun inSilence() {
        silent = true;
        return this;
    }

    /** Standard output fails, as on a full disk. */
    CommandLineRun withFullDisk() {
        outputTaken = false;
        return this;
    }

    CommandLineRun onTerminal() {
        return onTerminal(80);
    }

    CommandLineRun onTerminal(int columns) {
        terminal = new Terminal(true, true, true, columns);
        return this;
    }

    /** There is a terminal, but standard input is a pipe. */
    CommandLineRun typing(String answer) {
        terminal = new Terminal(false, false, true, new TerminalDevice() {
            @Override
            public int columns() {
                return 400;
            }

            @Override
            public Optional<InputStream> keyboard() {
                return Optional.of(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public void onResize(Runnable action) {}
        });
        return this;
    }

    CommandLineRun inDirectory(Path other) {
        directory = other;
        return this;
    }

    CommandLineRun withoutProfileRegion() {
        profileRegion = Optional.empty();
        return this;
    }

    /** The options of each connection to the cloud. */
    List<CloudOptions> opened() {
        return opened;
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext context = new ProcessContext(
                silent ? new Silence() : new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(outputTaken ? out : new FullDisk(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                directory,
                directory,
                terminal,
                "1.2.3",
                () -> NOW,
                System.getProperties());
        int exitCode = new Application(context, (options, ignored) -> new FakeConnector()).run(List.of(arguments));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static final class Silence extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private final class FakeConnector implements CloudConnector {
        @Override
        public Optional<RegionId> usualRegion(CloudOptions options, String language) {
            return profileRegion;
        }

        @Override
        public ShareService service(Request request) {
            opened.add(request.options());
            return service;
        }

        @Override
        public ShareService serviceIn(Request request, String role) {
            return service(request);
        }

        @Override
        public boolean isLogged() {
            return true;
        }

        @Override
        public void close() {}
    }
}
