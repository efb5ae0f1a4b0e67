package dev.shareimage.cli.view;

import java.util.List;
import java.util.Locale;

/**
 * A column of a table for people.
 *
 * @param name in the style of JSON names, such as {@code imageId}
 * @param rank columns with the highest rank are left out first if the width is too small; 0 for never
 */
record Column(String name, Kind kind, int rank) {

    /** The kind of values in a column. */
    enum Kind {
        /** An id, which is never shortened, because a part of it would be wrong. */
        ID,
        /** A name or sentence, which may be shortened. */
        TEXT,
        /** The name of a region, which is translated and may be shortened. */
        PLACE,
        /** One of a few words, which are translated. */
        WORD,
        /** A point in time. */
        TIME
    }

    /**
     * The column with that name.
     *
     * @param header the names of all columns: a name may be left out beside its id
     */
    static Column of(String name, List<String> header) {
        return switch (name) {
            case "imageName" -> new Column(name, Kind.TEXT, 3);
            case "name" ->
                new Column(
                        name,
                        header.contains("zoneListed") ? Kind.PLACE : Kind.TEXT,
                        header.contains("regionId") ? 3 : 0);
            case "message", "document" -> new Column(name, Kind.TEXT, 0);
            case "reason", "fix", "condition" -> new Column(name, Kind.TEXT, 1);
            case "status", "verdict", "action", "listed", "zoneListed", "effect", "trusted", "through" ->
                new Column(name, Kind.WORD, 0);
            case "type", "kind", "repairedBy" -> new Column(name, Kind.WORD, 4);
            case "encrypted" -> new Column(name, Kind.WORD, 5);
            case "sharedAt", "since", "until" -> new Column(name, Kind.TIME, 6);
            case "account", "region" -> new Column(name, Kind.ID, 2);
            case "source" -> new Column(name, Kind.ID, 7);
            case "resourceShareId" -> new Column(name, Kind.ID, 8);
            case "code" -> new Column(name, Kind.ID, 9);
            default -> new Column(name, Kind.ID, 0);
        };
    }

    /** Whether its values may be shortened. */
    boolean shortens() {
        return kind == Kind.TEXT || kind == Kind.PLACE;
    }

    /** Whether it describes the image, and not one of its targets. */
    boolean ofImage() {
        return switch (name) {
            case "account", "region", "imageId", "imageName", "encrypted", "source" -> true;
            default -> false;
        };
    }

    /** {@code imageId} becomes {@code IMAGE ID}. */
    String heading() {
        StringBuilder heading = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            heading.append(Character.isUpperCase(name.charAt(i)) ? " " : "").append(name.charAt(i));
        }
        return heading.toString().toUpperCase(Locale.ROOT);
    }

    /** The color of a value, where colors may be used. */
    Style style(String value) {
        return switch (value) {
            case "fail", "failed", "missing" -> Style.BAD;
            case "warn", "not-checked", "pending", "not-tried", "planned-removal", "to-remove" -> Style.CAUTION;
            case "pass", "shared", "already-shared", "unshared", "created", "attached", "updated" -> Style.GOOD;
            case "no" -> name.equals("trusted") ? Style.CAUTION : name.equals("encrypted") ? Style.PLAIN : Style.BAD;
            default -> Style.PLAIN;
        };
    }
}
