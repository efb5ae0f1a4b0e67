package dev.shareimage.cli.options;

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
import java.util.regex.Pattern;

/** Reads lists: entries with commas between them, {@code @FILE} with one entry a line, {@code -} for standard input. */
final class ListReader {

    /** Enough for some fifty thousand accounts. */
    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line end, or the brace that ends a document: what ends otherwise may have been cut off. */
    private static final Pattern END = Pattern.compile("[\n\r}]\\z");

    private final InterruptibleInput input;
    private final Path directory;
    private final List<Remark> remarks = new ArrayList<>();
    private boolean inputRead;

    ListReader(InputStream input, Path directory) {
        this.input = new InterruptibleInput(input);
        this.directory = directory;
    }

    /**
     * One entry.
     *
     * @param origin what to put before a complaint about it: empty, or the file and line with a colon
     */
    record Entry(String text, String origin) {}

    /** What a person should know of what was read so far. */
    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The entries of all values of an option, in order. */
    List<Entry> read(String option, List<String> values) throws UsageException {
        List<Entry> entries = new ArrayList<>();
        for (String value : values) {
            if (value.equals("-")) {
                entries.addAll(lines("-", readInput(option, MAX_BYTES)));
            } else if (value.startsWith("@")) {
                entries.addAll(lines(value.substring(1), readFile(option, value.substring(1), MAX_BYTES)));
            } else {
                entries.addAll(split(value, ""));
            }
        }
        return entries;
    }

    /** The whole text of a file, or of standard input when it is named {@code -}. */
    String text(String option, String name, int mostBytes) throws UsageException {
        return name.equals("-") ? readInput(option, mostBytes) : readFile(option, name, mostBytes);
    }

    private static List<Entry> lines(String name, String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf('#');
            String line = comment < 0 ? lines.get(i) : lines.get(i).substring(0, comment);
            entries.addAll(split(line, name + ":" + (i + 1) + ": "));
        }
        return entries;
    }

    private static List<Entry> split(String value, String origin) {
        List<Entry> entries = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            if (!part.isBlank()) {
                entries.add(new Entry(part.strip(), origin));
            }
        }
        return entries;
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

    /** Marked as such at its beginning; or every ASCII character has a zero beside it. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return first == 0xFEFF || first == 0xFFFE || bytes[0] == 0 != (bytes[1] == 0);
    }
}
