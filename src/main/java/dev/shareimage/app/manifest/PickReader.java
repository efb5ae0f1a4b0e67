package dev.shareimage.app.manifest;

import dev.shareimage.app.ImageQuery.Filter;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.NamePattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads the members by which an entry picks images, as on the command line. */
final class PickReader {

    /** The name, family or tags by which images are picked. */
    static final List<String> FILTERS = List.of("name", "family", "tag");

    /** The number of newest images. */
    static final String NEWEST = "newest";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final YamlEvents yaml;
    private final DocumentProblems problems;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private Optional<NamePattern> name = Optional.empty();
    private Optional<String> family = Optional.empty();
    private OptionalInt newest = OptionalInt.empty();

    PickReader(YamlEvents yaml, DocumentProblems problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /** Reads the value of one of the members. */
    void read(String member) {
        switch (member) {
            case "name" -> name = Optional.of(yaml.value(member, NamePattern::new));
            case "family" -> family = Optional.of(yaml.value(member, PickReader::text));
            case NEWEST -> newest = OptionalInt.of(yaml.value(member, PickReader::number));
            default -> tags();
        }
    }

    private void tags() {
        if (yaml.atText()) {
            yaml.value("tag", this::tag);
            return;
        }
        Position at = yaml.position();
        int[] count = new int[1];
        yaml.list("tag", () -> {
            count[0]++;
            yaml.value("a tag", this::tag);
        });
        if (count[0] == 0) {
            problems.add(at, "tag is empty; it would match every image");
        }
    }

    private boolean tag(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidValueException("this is not a tag: KEY=VALUE");
        }
        if (tags.putIfAbsent(text.substring(0, equals), text.substring(equals + 1)) != null) {
            throw new InvalidValueException("this tag key is there twice");
        }
        return true;
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new InvalidValueException("family is blank");
        }
        return text;
    }

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidValueException("newest is not a number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    Filter filter() {
        return new Filter(name, family, tags);
    }

    OptionalInt newest() {
        return newest;
    }
}
