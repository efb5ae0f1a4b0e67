package dev.shareimage.cli.view;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process's terminal on Unix, {@code /dev/tty}, with the width from {@code stty size}. */
public final class ControllingTerminal implements TerminalDevice {

    private static final String DEVICE = "/dev/tty";
    private static final int DEFAULT_COLUMNS = 80;

    private final boolean fixed;
    private volatile int columns;

    /**
     * A terminal.
     *
     * @param measured the width that the launcher found; or empty
     * @param wanted the width that {@code COLUMNS} requests; or empty
     */
    public ControllingTerminal(Optional<String> measured, Optional<String> wanted) {
        this.fixed = number(wanted).isPresent();
        this.columns = number(wanted).or(() -> number(measured)).orElse(0);
    }

    @Override
    public int columns() {
        if (columns == 0) {
            columns = measure().orElse(DEFAULT_COLUMNS);
        }
        return columns;
    }

    @Override
    public Optional<InputStream> keyboard() {
        try {
            return Optional.of(Files.newInputStream(Path.of(DEVICE)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The class for signals is not part of the standard. Without it, changes of the width are not noticed. */
    @Override
    public void onResize(Runnable action) {
        if (fixed) {
            return;
        }
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object resized = Proxy.newProxyInstance(
                    ControllingTerminal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, given) -> {
                        if (method.getName().equals("handle")) {
                            measure().ifPresent(width -> columns = width);
                            action.run();
                        }
                        return null;
                    });
            Object windowChange = signal.getConstructor(String.class).newInstance("WINCH");
            signal.getMethod("handle", signal, handler).invoke(null, windowChange, resized);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            columns();
        }
    }

    private static Optional<Integer> measure() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File(DEVICE))
                    .redirectError(Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(Optional.of(size.substring(size.indexOf(' ') + 1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("[1-9][0-9]{1,3}")).map(Integer::parseInt);
    }
}
