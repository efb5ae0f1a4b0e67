package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document part by part, in the order in which it stands there.
 *
 * <p>No tree is ever built. Anchors, aliases and tags are refused, so that no document becomes larger than its text and
 * none names a class. Every complaint says the line.
 */
public final class YamlEvents {

    private static final int MAX_QUOTE = 64;

    /** The only words of a text that the parser's complaints quote. */
    private static final Pattern TAG_NAME = Pattern.compile("(?<=undefined tag handle) .*");

    private final String name;
    private final Parser parser;

    /**
     * @param name of the file, for complaints
     */
    public YamlEvents(String name, String text) {
        this.name = name;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    /** Goes to the beginning of the document. */
    public void begin() {
        next();
        if (peek() instanceof StreamEndEvent) {
            throw wrong(1, "there is nothing in it");
        }
        next();
    }

    /** Makes sure that there is nothing behind the document. */
    public void end() {
        Event end = next();
        if (!(end instanceof DocumentEndEvent) || !(peek() instanceof StreamEndEvent)) {
            throw wrong(line(peek()), "there is a second document");
        }
    }

    /** The line of what comes next, 1 for the first. */
    public int line() {
        return line(peek());
    }

    /**
     * Reads an object.
     *
     * @param members the names that it may have
     * @param reader reads the value of the member named
     */
    public void object(String what, List<String> members, Consumer<String> reader) {
        if (!(plain() instanceof MappingStartEvent)) {
            throw wrongType(what, "an object with " + String.join(", ", members));
        }
        next();
        Set<String> seen = new HashSet<>();
        while (!(peek() instanceof MappingEndEvent)) {
            int line = line();
            String member = text("a member of " + what);
            if (!members.contains(member)) {
                throw wrong(line, "this is no member of " + what + "; known are " + String.join(", ", members));
            }
            if (!seen.add(member)) {
                throw wrong(line, member + " stands there twice");
            }
            reader.accept(member);
        }
        next();
    }

    /** Reads a list. */
    public void list(String what, Runnable reader) {
        if (!(plain() instanceof SequenceStartEvent)) {
            throw wrongType(what, "a list");
        }
        next();
        while (!(peek() instanceof SequenceEndEvent)) {
            reader.run();
        }
        next();
    }

    /** Reads a value by its rule; the rule's complaint gets the line. */
    public <T> T value(String what, Function<String, T> rule) {
        int line = line();
        String text = text(what);
        try {
            return rule.apply(text);
        } catch (InvalidValueException e) {
            throw wrong(line, String.valueOf(e.getMessage()));
        }
    }

    /** A complaint about a line. */
    public InvalidValueException wrong(int line, String message) {
        return new InvalidValueException(name + ":" + line + ": " + message);
    }

    private static String visible(String text) {
        String clean = text.replaceAll("\\p{C}", "\uFFFD");
        return clean.length() <= MAX_QUOTE ? clean : clean.substring(0, MAX_QUOTE) + "…";
    }

    private String text(String what) {
        if (!(plain() instanceof ScalarEvent scalar)) {
            throw wrongType(what, "a text");
        }
        if (isNull(scalar)) {
            throw wrongType(what, "a text");
        }
        next();
        return scalar.getValue();
    }

    private static boolean isNull(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
    }

    private InvalidValueException wrongType(String what, String expected) {
        boolean empty = peek() instanceof ScalarEvent scalar && isNull(scalar);
        return wrong(line(), what + (empty ? " is empty" : " is something else") + "; it has to be " + expected);
    }

    /** What comes next, without the parts of YAML that manifests have no use for. */
    private Event plain() {
        Event event = peek();
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw wrong(line(), "anchors and aliases (& and *) are not read; write it out");
        }
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof MappingStartEvent mapping
                        ? mapping.getTag()
                        : event instanceof SequenceStartEvent sequence ? sequence.getTag() : null;
        if (tag != null) {
            throw wrong(line(), "tags (!) are not read");
        }
        return event;
    }

    private Event peek() {
        try {
            return parser.peekEvent();
        } catch (YAMLException e) {
            throw notYaml(e);
        }
    }

    private Event next() {
        try {
            return parser.getEvent();
        } catch (YAMLException e) {
            throw notYaml(e);
        }
    }

    private InvalidValueException notYaml(YAMLException e) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            String problem =
                    TAG_NAME.matcher(String.valueOf(marked.getProblem())).replaceAll("");
            return wrong(line(marked.getProblemMark()), "not YAML: " + visible(problem));
        }
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new InvalidValueException(name + ": not YAML: " + visible(reason));
    }

    private static int line(Event event) {
        return line(event.getStartMark());
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
