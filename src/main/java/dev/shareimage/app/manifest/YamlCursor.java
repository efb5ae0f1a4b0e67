package dev.shareimage.app.manifest;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The place up to which a YAML document was read. Reading ends where the text is not YAML or is nested too deeply. */
final class YamlCursor {

    private static final int MAX_QUOTE = 64;

    /** More than any manifest needs, and few enough to skip an invalid part fast. */
    private static final int MAX_DEPTH = 32;

    /** The only words of the document that the parser's messages quote. */
    private static final Pattern TAG_NAME = Pattern.compile("(?<=undefined tag handle) .*");

    private final DocumentProblems problems;
    private final Parser parser;
    private long consumed;
    private int depth;

    YamlCursor(DocumentProblems problems, String text) {
        this.problems = problems;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    /** The place where a part begins. */
    record Bookmark(long consumed, int depth) {}

    Bookmark bookmark() {
        return new Bookmark(consumed, depth);
    }

    /** Skips to the end of the part that begins there. */
    void leave(Bookmark begin) {
        if (consumed == begin.consumed()) {
            skip();
        }
        while (depth > begin.depth()) {
            next();
        }
    }

    /** The place of the next event. */
    Position position() {
        return position(peek().getStartMark());
    }

    /** Skips the next part. */
    void skip() {
        int level = depth;
        do {
            next();
        } while (depth > level);
    }

    /** Returns the next event without reading past it. */
    Event peek() {
        try {
            return parser.peekEvent();
        } catch (YAMLException e) {
            throw notYaml(e);
        }
    }

    /** Reads and returns the next event. */
    Event next() {
        try {
            Event event = parser.getEvent();
            consumed++;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                problems.add(position(event.getStartMark()), "it is nested more than " + MAX_DEPTH + " levels deep");
                throw new DocumentProblems.StopReading();
            }
            return event;
        } catch (YAMLException e) {
            throw notYaml(e);
        }
    }

    private DocumentProblems.StopReading notYaml(YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            String problem =
                    TAG_NAME.matcher(String.valueOf(marked.getProblem())).replaceAll("");
            problems.add(position(marked.getProblemMark()), "not YAML: " + visible(problem));
        } else {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add("not YAML: " + visible(reason));
        }
        return new DocumentProblems.StopReading();
    }

    private static String visible(String text) {
        String clean = text.replaceAll("\\p{C}", "\uFFFD");
        return clean.length() <= MAX_QUOTE ? clean : clean.substring(0, MAX_QUOTE) + "…";
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
