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
     * @param clock what ages are counted by
     * @param log keeps what was told
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

    /** What was asked for. */
    public OutputOptions options() {
        return options;
    }

    /** Whether the result is for a program, so that it has to be told of failures too. */
    public boolean isForPrograms() {
        return options.format()
                .filter(form -> form == Format.JSON || form == Format.YAML || form == Format.MARKDOWN)
                .isPresent();
    }

    /** Whether the result is a document, which holds everything. */
    public boolean isDocument() {
        return options.format()
                .filter(form -> form == Format.JSON || form == Format.YAML)
                .isPresent();
    }

    /** Whether a result was written already; there is never a second one. */
    public synchronized boolean hasResult() {
        return resultWritten;
    }

    /** Writes the result in the form that was asked for; else as a table for people, and with tabs for other programs. */
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

    /** Writes the result where a form was asked for, else the text. */
    public void resultOr(Result result, String text) {
        if (options.format().isEmpty()) {
            text(text);
        } else {
            result(result);
        }
    }

    /** Writes a result that has one form only. */
    public synchronized void text(String text) {
        startResult();
        out.print(text);
        out.flush();
    }

    /** Sets what finds the place in a file that an error is about, for a pipeline. */
    public void errorsPlacedBy(Supplier<Function<String, @Nullable Place>> finder) {
        log.placedBy(finder);
    }

    /** What was told so far, for a pipeline. */
    StepLog log() {
        return log;
    }

    /** A line that may be left out: plan, progress, remarks. */
    public void say(Style style, String line) {
        if (!options.quiet()) {
            tell(style, line);
        }
    }

    /** A plain line that may be left out. */
    public void say(String line) {
        say(Style.PLAIN, line);
    }

    /** A line that is always there: errors. */
    public synchronized void tell(Style style, String line) {
        clearLiveLine();
        for (String part : wrapped(Sanitizer.clean(line))) {
            err.println(options.color() && terminal.error() ? style.apply(part) : part);
        }
        err.flush();
    }

    /** A line to paste that may be left out: a command. It is never broken. */
    void paste(String line) {
        if (!options.quiet()) {
            verbatim(line);
        }
    }

    /** A line that is always there and never broken, because it is copied as it is: traces. */
    public synchronized void verbatim(String line) {
        clearLiveLine();
        err.println(Sanitizer.clean(line));
        err.flush();
    }

    /** Only a terminal breaks lines; a log keeps them whole. What breaks them is not loaded where all of them fit. */
    private List<String> wrapped(String line) {
        boolean fits = !terminal.error() || DisplayWidth.of(line) <= terminal.columns();
        return fits ? List.of(line) : WordWrap.lines(line, terminal.columns());
    }

    /** A result that standard output has not taken. */
    public void tell(Result result) {
        new TerminalFormat(Screen.paper(options.language()), true)
                .write(result)
                .lines()
                .forEach(line -> tell(Style.PLAIN, line));
    }

    /** A question, whose answer is typed behind it. */
    public synchronized void ask(String question) {
        clearLiveLine();
        err.print(String.join("\n", wrapped(Sanitizer.clean(question))) + " ");
        err.flush();
    }

    /** A line that the next one replaces; for a terminal alone. */
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

    /** Takes the live line away. */
    public synchronized void clearLiveLine() {
        live.clear();
    }

    /** What comes next begins a line of its own: on a terminal, keys such as Ctrl-C and Ctrl-D leave the cursor where it is. */
    public synchronized void endTypedLine() {
        if (!live.isShown() && terminal.error()) {
            err.println();
            err.flush();
        }
        clearLiveLine();
    }

    /** Whether all of the result could be written. */
    public boolean isWritten() {
        return !out.checkError();
    }
}
