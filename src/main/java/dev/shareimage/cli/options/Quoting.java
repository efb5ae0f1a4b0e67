package dev.shareimage.cli.options;

/** Quotes what a user typed. */
public final class Quoting {

    private static final int MAX_LENGTH = 64;

    private Quoting() {}

    /** The text without control characters, shortened if it is long. */
    public static String visible(String text) {
        String cleaned = text.replaceAll("\\p{C}", "\uFFFD");
        return cleaned.length() <= MAX_LENGTH ? cleaned : cleaned.substring(0, MAX_LENGTH) + "…";
    }
}
