package dev.shareimage.app.manifest;

import dev.shareimage.domain.InvalidValueException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads one YAML document part by part, in its order. It records each problem, and continues after the invalid part.
 *
 * <p>It builds no tree. It refuses anchors, aliases and tags, so that no document becomes larger than its text, and none
 * names a class.
 */
public final class YamlEvents {

    private final DocumentProblems problems;
    private final YamlCursor cursor;

    public YamlEvents(DocumentProblems problems, String text) {
        this.problems = problems;
        this.cursor = new YamlCursor(problems, text);
    }

    /** Signals an invalid part of the document. The parts around it may be valid. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Position at;

        Wrong(Position at, String message) {
            super(message);
            this.at = at;
        }
    }

    /**
     * Reads the document.
     *
     * @param reader the reader of its content
     */
    public void document(Runnable reader) {
        cursor.next();
        if (cursor.peek() instanceof StreamEndEvent) {
            problems.add(new Position(1, 1), "there is nothing in it");
            throw new DocumentProblems.StopReading();
        }
        cursor.next();
        guarded(reader);
        Event end = cursor.next();
        if (!(end instanceof DocumentEndEvent) || !(cursor.peek() instanceof StreamEndEvent)) {
            problems.add(position(), "there is a second YAML document");
        }
    }

    /** The place of the next event. */
    public Position position() {
        return cursor.position();
    }

    /** Whether the next value is an object. */
    public boolean atObject() {
        return cursor.peek() instanceof MappingStartEvent;
    }

    /** Whether the next value is a text. */
    public boolean atText() {
        return cursor.peek() instanceof ScalarEvent scalar && !isNull(scalar);
    }

    /**
     * Reads an object of known members.
     *
     * @param reader the reader of the value of a member
     * @return the members that it has
     */
    public Present object(String what, Members members, Consumer<String> reader) {
        return object(what, "an object with " + members, member -> members.check(what, member), reader);
    }

    /**
     * Reads an object with free member names.
     *
     * @param names the check of a name, which throws if it is invalid
     */
    public void namedObject(String what, Consumer<String> names, Consumer<String> reader) {
        object(what, "an object", names, reader);
    }

    /**
     * The members of an object, with valid or invalid values.
     *
     * @param complete whether all member names are known; otherwise a missing member may be misspelled
     */
    public record Present(Set<String> members, boolean complete) {

        /** Whether certainly none of these members is there. */
        public boolean lacks(Collection<String> any) {
            return complete && any.stream().noneMatch(members::contains);
        }
    }

    private Present object(String what, String expected, Consumer<String> names, Consumer<String> reader) {
        if (!(plain() instanceof MappingStartEvent)) {
            throw wrongType(what, expected);
        }
        cursor.next();
        Set<String> seen = new HashSet<>();
        boolean complete = true;
        while (!(cursor.peek() instanceof MappingEndEvent)) {
            @Nullable String[] member = new @Nullable String[1];
            guarded(() -> member[0] = member(what, names, seen));
            String name = member[0];
            if (name == null) {
                complete = false;
                skip();
            } else {
                guarded(() -> reader.accept(name));
            }
        }
        cursor.next();
        return new Present(seen, complete);
    }

    private String member(String what, Consumer<String> names, Set<String> seen) {
        Position at = position();
        String member = text("a member of " + what);
        try {
            names.accept(member);
        } catch (InvalidValueException e) {
            throw new Wrong(at, String.valueOf(e.getMessage()));
        }
        if (!seen.add(member)) {
            throw new Wrong(at, member + " is there twice");
        }
        return member;
    }

    /** Reads a list. */
    public void list(String what, Runnable reader) {
        if (!(plain() instanceof SequenceStartEvent)) {
            throw wrongType(what, "a list");
        }
        cursor.next();
        while (!(cursor.peek() instanceof SequenceEndEvent)) {
            guarded(reader);
        }
        cursor.next();
    }

    /** Reads a value by its rule, and adds the place to the error of the rule. */
    public <T> T value(String what, Function<String, T> rule) {
        Position at = position();
        String text = text(what);
        try {
            return rule.apply(text);
        } catch (InvalidValueException e) {
            throw new Wrong(at, String.valueOf(e.getMessage()));
        }
    }

    /** Skips an empty value. Returns false if it is not empty. */
    public boolean empty() {
        if (plain() instanceof ScalarEvent scalar && isNull(scalar)) {
            cursor.next();
            return true;
        }
        return false;
    }

    private String text(String what) {
        if (!(plain() instanceof ScalarEvent scalar) || isNull(scalar)) {
            throw wrongType(what, "a text");
        }
        cursor.next();
        return scalar.getValue();
    }

    private static boolean isNull(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
    }

    private Wrong wrongType(String what, String expected) {
        boolean empty = cursor.peek() instanceof ScalarEvent scalar && isNull(scalar);
        return new Wrong(position(), what + (empty ? " is empty" : " has another type") + "; it has to be " + expected);
    }

    /** Reads a part, or skips it if it is invalid. */
    private void guarded(Runnable reader) {
        YamlCursor.Bookmark begin = cursor.bookmark();
        try {
            reader.run();
        } catch (Wrong e) {
            problems.add(e.at, String.valueOf(e.getMessage()));
            cursor.leave(begin);
        }
    }

    /** Skips the next part. */
    public void skip() {
        cursor.skip();
    }

    /** The next event. Refuses the parts of YAML that manifests do not use. */
    private Event plain() {
        Event event = cursor.peek();
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw new Wrong(position(), "anchors and aliases (& and *) are not read; write it out");
        }
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            throw new Wrong(position(), "tags (!) are not read");
        }
        return event;
    }
}
