package dev.shareimage.cli.options;

import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.domain.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads lists: entries with commas between them, {@code @FILE} with one entry in each line, {@code -} for standard
 * input.
 */
public final class ListReader {

    /** The maximum size: enough for about fifty thousand accounts. */
    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line end, or the brace that ends a document. A file with another end may be truncated. */
    private static final Pattern END = Pattern.compile("[\n\r}]\\z");

    private final InterruptibleInput input;
    private final Path directory;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean inputRead;

    /**
     * @param input the stream for {@code -}
     * @param directory the directory that names of files are relative to
     */
    public ListReader(InputStream input, Path directory) {
        this.input = new InterruptibleInput(input);
        this.directory = directory;
    }

    /**
     * One entry.
     *
     * @param file empty if it was typed
     * @param line 1 for the first
     * @param column 1 for the first
     */
    record Entry(String text, String file, int line, int column) {

        /** The prefix of a message about it: empty, or the file and line with a colon. */
        private String origin() {
            return file.isEmpty() ? "" : file + ":" + line + ": ";
        }
    }

    /** The remarks about the input so far. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether standard input was a list, so that nobody can be asked there. */
    public boolean inputRead() {
        return inputRead;
    }

    /** Lets the options of a command read files. */
    public void bindTo(CommandSpec command) {
        for (OptionSpec option : command.options()) {
            for (ITypeConverter<?> converter : option.converters()) {
                if (converter instanceof FileReading<?> reading) {
                    reading.bind(option.longestName(), this);
                }
            }
        }
    }

    /**
     * The converted entries of an argument.
     *
     * @param name the name of the argument, for messages
     * @throws UsageException if it has no entries or invalid ones, or if a file cannot be read
     */
    public <T> List<T> parse(String name, List<String> values, Function<String, T> parser) throws UsageException {
        List<T> entries = parse(name, values, "", parser);
        if (entries.isEmpty()) {
            throw new UsageException("usage.empty-list", name);
        }
        return entries;
    }

    /**
     * The converted entries of all values of an option, in order. All invalid entries are reported at once. Only typed
     * entries are shown: a value from a file or the environment may be a misplaced secret.
     *
     * @param variable the variable that contains the values, with a colon; empty if they were typed
     */
    <T> List<T> parse(String option, List<String> values, String variable, Function<String, T> parser)
            throws UsageException {
        List<T> parsed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : read(option, values)) {
            try {
                parsed.add(parser.apply(entry.text()));
            } catch (InvalidValueException e) {
                String origin = entry.origin().isEmpty() ? variable : entry.origin();
                String complaint = origin.isEmpty() ? e.messageWithValue() : origin + e.getMessage();
                problems.add(Problem.of("usage.problems", complaint));
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return parsed;
    }

    private List<Entry> read(String option, List<String> values) throws UsageException {
        List<Entry> entries = new ArrayList<>();
        for (String value : values) {
            if (value.equals("-")) {
                entries.addAll(lines("-", readInput(option, MAX_BYTES)));
            } else if (value.startsWith("@")) {
                entries.addAll(lines(value.substring(1), readFile(option, value.substring(1), MAX_BYTES)));
            } else {
                entries.addAll(split(value, "", 0));
            }
        }
        return entries;
    }

    /** The complete text of a file, or of standard input for {@code -}. */
    String text(String option, String name, int mostBytes) throws UsageException {
        return name.equals("-") ? readInput(option, mostBytes) : readFile(option, name, mostBytes);
    }

    private static List<Entry> lines(String name, String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf('#');
            String line = comment < 0 ? lines.get(i) : lines.get(i).substring(0, comment);
            entries.addAll(split(line, name, i + 1));
        }
        return entries;
    }

    private static List<Entry> split(String value, String file, int line) {
        List<Entry> entries = new ArrayList<>();
        int begin = 0;
        for (String part : value.split(",", -1)) {
            if (!part.isBlank()) {
                int column = begin + part.length() - part.stripLeading().length() + 1;
                entries.add(new Entry(part.strip(), file, line, column));
            }
            begin += part.length() + 1;
        }
        return entries;
    }

    /**
     * The entries of a file that another file names. It must be a regular file, because a pipe or a device might never
     * end.
     *
     * @param beside the file that names it; the name is relative to its directory
     */
    List<Entry> listBeside(String option, String beside, String name) throws UsageException {
        try {
            Path named = beside.equals("-") ? Path.of(name) : Path.of(beside).resolveSibling(name);
            Path file = directory.resolve(named);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new UsageException("usage.file-unreadable", option, Quoting.visible(named.toString()));
            }
            return lines(Quoting.visible(named.toString()), readFile(option, named.toString(), MAX_BYTES));
        } catch (InvalidPathException e) {
            throw new UsageException("usage.file-unreadable", option, Quoting.visible(name));
        }
    }

    private String readInput(String option, int mostBytes) throws UsageException {
        if (inputRead) {
            throw new UsageException("usage.stdin-twice");
        }
        inputRead = true;
        try {
            return decode(option, "-", input.readNBytes(mostBytes + 1), mostBytes);
        } catch (InterruptedIOException e) {
            throw new UsageException("confirm.interrupted");
        } catch (IOException e) {
            throw new UsageException("usage.file-unreadable", option, "-");
        }
    }

    private String readFile(String option, String name, int mostBytes) throws UsageException {
        try (InputStream stream = Files.newInputStream(directory.resolve(name))) {
            return decode(option, name, stream.readNBytes(mostBytes + 1), mostBytes);
        } catch (NoSuchFileException e) {
            throw new UsageException("usage.file-missing", option, Quoting.visible(name));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("usage.file-unreadable", option, Quoting.visible(name));
        }
    }

    private String decode(String option, String name, byte[] bytes, int mostBytes) throws UsageException {
        if (bytes.length > mostBytes) {
            throw new UsageException("usage.file-too-large", option, Quoting.visible(name), mostBytes);
        }
        if (isUtf16(bytes)) {
            throw new UsageException("usage.file-utf-16", option, Quoting.visible(name));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.isEmpty() && !END.matcher(text).find()) {
            remarks.add(new Remark("usage.no-line-end", option, Quoting.visible(name)));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whether the text is UTF-16: it has a mark at its beginning, or a zero byte beside every ASCII character. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE || bytes[0] == 0 != (bytes[1] == 0);
    }
}
