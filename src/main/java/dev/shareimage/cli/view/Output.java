package dev.shareimage.cli.view;

import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.OutputOptions.Format;
import dev.shareimage.cli.options.UsageException.Place;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output for the result, standard error for everything else.
 *
 * <p>Every line for people passes {@link Sanitizer}. May be used by several threads.
 */
public final class Output {

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final OutputOptions options;
    private final InstantSource clock;
    private final StepLog log;
    private boolean resultWritten;
    private final LiveLine live;
    private boolean resizeHeard;

    /** With the clock of the machine. */
    public Output(PrintStream out, PrintStream err, Terminal terminal, OutputOptions options) {
        this(out, err, terminal, options, InstantSource.system(), new StepLog());
    }

    /**
     * @param clock the clock for ages
     * @param log collects what was shown
     */
    public Output(
            PrintStream out,
            PrintStream err,
            Terminal terminal,
            OutputOptions options,
            InstantSource clock,
            StepLog log) {
        this.log = log;
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.options = options;
        this.live = new LiveLine(err, terminal);
    }

    /** The options. */
    public OutputOptions options() {
        return options;
    }

    /** Whether the result is for a program, so that failures must be part of it. */
    public boolean isForPrograms() {
        return options.format()
                .filter(form -> form == Format.JSON || form == Format.YAML || form == Format.MARKDOWN)
                .isPresent();
    }

    /** Whether the result is a document, which contains everything. */
    public boolean isDocument() {
        return options.format()
                .filter(form -> form == Format.JSON || form == Format.YAML)
                .isPresent();
    }

    /** Whether a result was already written. There is never a second one. */
    public synchronized boolean hasResult() {
        return resultWritten;
    }

    /**
     * Writes the result in the requested format. Without one, writes a table for people, and tabs for other programs.
     */
    public void result(Result result) {
        log.result(result);
        ResultFormat format = format();
        startResult();
        try (TextSink pieces = new TextSink(this::print)) {
            format.write(result, pieces);
        }
        out.flush();
    }

    private synchronized void startResult() {
        clearLiveLine();
        resultWritten = true;
    }

    private synchronized void print(String piece) {
        out.print(piece);
    }

    private ResultFormat format() {
        List<String> columns = options.columns();
        if (options.format().isPresent()) {
            return ResultFormat.of(options.format().get(), this::screen, columns);
        }
        if (!terminal.output()) {
            return new TabFormat(columns);
        }
        return columns.isEmpty()
                ? new TerminalFormat(screen(), options.verbose())
                : new AlignedFormat(screen(), columns, false);
    }

    private Screen screen() {
        return terminal.output()
                ? Screen.of(terminal.columns(), options.color(), options.language(), clock.instant())
                : Screen.paper(options.language());
    }

    /** Writes the result in the requested format, or else the text. */
    public void resultOr(Result result, String text) {
        if (options.format().isEmpty()) {
            text(text);
        } else {
            result(result);
        }
    }

    /** Writes a result that has only one format. */
    public synchronized void text(String text) {
        startResult();
        out.print(text);
        out.flush();
    }

    /** Sets the lookup of places in a file, which pipelines show with errors. */
    public void errorsPlacedBy(Supplier<Function<String, @Nullable Place>> finder) {
        log.placedBy(finder);
    }

    /** The messages so far, for a pipeline. */
    StepLog log() {
        return log;
    }

    /** Writes a line that {@code --quiet} leaves out: plan, progress, remarks. */
    public void say(Style style, String line) {
        if (!options.quiet()) {
            tell(style, line);
        }
    }

    /** Writes a plain line that {@code --quiet} leaves out. */
    public void say(String line) {
        say(Style.PLAIN, line);
    }

    /** Writes a line that is never left out: an error. */
    public synchronized void tell(Style style, String line) {
        clearLiveLine();
        for (String part : wrapped(Sanitizer.clean(line))) {
            err.println(options.color() && terminal.error() ? style.apply(part) : part);
        }
        err.flush();
    }

    /** Writes a command to paste, which {@code --quiet} leaves out. It is never broken into lines. */
    void paste(String line) {
        if (!options.quiet()) {
            verbatim(line);
        }
    }

    /** Writes a line that is never left out or broken, because it is copied as it is: a trace. */
    public synchronized void verbatim(String line) {
        clearLiveLine();
        err.println(Sanitizer.clean(line));
        err.flush();
    }

    /**
     * Only a terminal breaks lines. A log keeps them whole. The class that breaks lines is loaded only if a line does
     * not fit.
     */
    private List<String> wrapped(String line) {
        boolean fits = !terminal.error() || DisplayWidth.of(line) <= terminal.columns();
        return fits ? List.of(line) : WordWrap.lines(line, terminal.columns());
    }

    /** Standard output could not be written. */
    public void tell(Result result) {
        new TerminalFormat(Screen.paper(options.language()), true)
                .write(result)
                .lines()
                .forEach(line -> tell(Style.PLAIN, line));
    }

    /** Writes a question. The answer is typed behind it. */
    public synchronized void ask(String question) {
        clearLiveLine();
        err.print(String.join("\n", wrapped(Sanitizer.clean(question))) + " ");
        err.flush();
    }

    /** Shows a line that the next one replaces, only on a terminal. */
    synchronized void live(String line) {
        if (!resizeHeard) {
            resizeHeard = true;
            terminal.device().onResize(this::redraw);
        }
        live.show(Sanitizer.clean(line));
    }

    private synchronized void redraw() {
        live.redraw();
    }

    /** Removes the live line. */
    public synchronized void clearLiveLine() {
        live.clear();
    }

    /** Starts a new line: on a terminal, keys such as Ctrl-C and Ctrl-D leave the cursor in the line. */
    public synchronized void endTypedLine() {
        if (!live.isShown() && terminal.error()) {
            err.println();
            err.flush();
        }
        clearLiveLine();
    }

    /** Whether the complete result could be written. */
    public boolean isWritten() {
        return !out.checkError();
    }
}
