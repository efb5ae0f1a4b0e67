package dev.shareimage.domain;

/** Quotes words of commands that people paste into a POSIX shell. */
public final class ShellWord {

    private ShellWord() {}

    /** The word, in quotes unless it is plain. A tilde at the beginning is not: shells replace it. */
    public static String of(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-][A-Za-z0-9_@%+=:,./~-]*") ? word : inQuotes(word);
    }

    /** The word in single quotes. */
    public static String inQuotes(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
