package dev.shareimage.sandbox.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Builds the bodies of answers. */
public final class Answers {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Answers() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list as most products write it: an object with one array, as in {@code Images.Image[]}. */
    public static ArrayNode wrapped(ObjectNode parent, String list, String entry) {
        return parent.putObject(list).putArray(entry);
    }

    /** Such as {@code 2026-01-15T08:00:00Z}. */
    public static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Such as {@code 2026-01-15T08:00:00.000Z}. */
    public static String milliseconds(Instant moment) {
        return MILLISECONDS.format(moment);
    }
}
