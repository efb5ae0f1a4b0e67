package dev.shareimage.cloud.aliyun.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command line into words as a POSIX shell does, without expansions. On Windows a backslash is part of a path
 * and escapes only a quotation mark within quotation marks.
 */
final class CommandLine {

    private static final char NONE = 0;
    private static final String ESCAPABLE = "\"\\$`";

    private final String text;
    private final boolean windows;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote = NONE;
    private int at;

    private CommandLine(String text, boolean windows) {
        this.text = text;
        this.windows = windows;
    }

    /**
     * The program and its arguments. Empty if the text is empty or ends within quotation marks or after a backslash.
     */
    static Optional<List<String>> words(String text, boolean windows) {
        return new CommandLine(text, windows).split();
    }

    private Optional<List<String>> split() {
        for (at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\\' && quote != '\'') {
                if (!escape()) {
                    return Optional.empty();
                }
            } else if (quote != NONE) {
                quoted(next);
            } else {
                plain(next);
            }
        }
        endWord();
        return quote != NONE || words.isEmpty() || words.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(words));
    }

    private void plain(char next) {
        if (Character.isWhitespace(next)) {
            endWord();
        } else if (next == '"' || next == '\'') {
            quote = next;
            begun = true;
        } else {
            append(next);
        }
    }

    private void quoted(char next) {
        if (next == quote) {
            quote = NONE;
        } else {
            append(next);
        }
    }

    /** Handles a backslash. Returns false if nothing follows it. */
    private boolean escape() {
        boolean last = at + 1 == text.length();
        char next = last ? NONE : text.charAt(at + 1);
        if (windows) {
            literal(quote == '"' && next == '"', next);
        } else if (last) {
            return false;
        } else if (next == '\n') {
            at++;
        } else {
            literal(quote == NONE || ESCAPABLE.indexOf(next) >= 0, next);
        }
        return true;
    }

    private void literal(boolean escaped, char next) {
        append(escaped ? next : '\\');
        at += escaped ? 1 : 0;
    }

    private void append(char next) {
        word.append(next);
        begun = true;
    }

    private void endWord() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
