package dev.shareimage.cli.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a line between words where a terminal would break it within one.
 *
 * <p>Commands to paste stay whole. One with options that does not fit has its own line: the terminal shows it in
 * several, and copies it as one.
 */
public final class WordWrap {

    private static final int HANG = 2;

    /** Maximum indent of continued lines, as a part of the width. */
    private static final int MAX_HANG_PART = 3;

    /** The beginning of a line: spaces, and perhaps a word with its own column. */
    private static final Pattern BEGINNING = Pattern.compile("( *)(\\S+ {2,})?");

    /** Characters that a shell accepts, and that do not end a part of a sentence at its last place. */
    private static final String ARGUMENT = "(?:'[^']*'|[!-~&&[^']])*(?:'[^']*'|[!-~&&[^',;.:)]])";

    /** Words that can be part of the sentence around a command. */
    private static final String PROSE = "\\(|[a-z]+[,;.:)]*(?: |$)";

    /** A program with a subcommand that is not a word of the sentence. In front of an option, a word is a value. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:share-image (?:(?:policy|help) )?|aliyun )[a-z][a-z-]*(?: (?:[a-z]+(?= -)|(?!" + PROSE
                    + ")" + ARGUMENT + "))*");

    /** Optional parts in the description of a command. */
    private static final Pattern OPTIONAL = Pattern.compile("\\[[^\\]]*\\]");

    /** Characters that end a part of a sentence, and that would be pasted with the command before them. */
    private static final Pattern END_OF_PART = Pattern.compile("[,;.:、。；，]");

    private final String text;
    private final int columns;
    private final int indent;
    private final int hang;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int taken;

    private WordWrap(String text, int columns, int indent, int hang) {
        this.text = text;
        this.columns = columns;
        this.indent = indent;
        this.hang = Math.min(hang, columns / MAX_HANG_PART);
    }

    /** The lines of a text of one line. Each fits the width unless a single word or command is wider. */
    public static List<String> lines(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return List.of(text);
        }
        Matcher beginning = BEGINNING.matcher(text);
        int indent = beginning.lookingAt() ? beginning.end(1) : 0;
        int hang = beginning.end() > indent ? DisplayWidth.of(beginning.group()) : indent + HANG;
        return new WordWrap(text, columns, indent, hang).lines(COMMAND);
    }

    /**
     * The lines of a text without commands to paste.
     *
     * @param hang the indent of all lines after the first
     */
    public static List<String> words(String text, int columns, int hang) {
        return DisplayWidth.of(text) <= columns ? List.of(text) : new WordWrap(text, columns, 0, hang).lines(OPTIONAL);
    }

    private List<String> lines(Pattern unbroken) {
        begin(indent);
        Matcher whole = unbroken.matcher(text);
        boolean found = whole.find(indent);
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int from = indent;
        for (int to = breaks.following(indent); from < text.length(); to = breaks.next()) {
            while (found && whole.end() <= from) {
                found = whole.find();
            }
            boolean within = found && whole.start() < to && to < whole.end();
            if (to == text.length() || (!within && isBetweenWords(to))) {
                boolean toPaste = found && unbroken == COMMAND && whole.start() == from;
                add(from, to, toPaste && whole.group().contains(" -") ? whole.end() : from);
                from = to;
            }
        }
        end();
        return lines;
    }

    /** The library also breaks after hyphens and slashes, which occur in ids and addresses. */
    private boolean isBetweenWords(int at) {
        return text.charAt(at - 1) == ' '
                || DisplayWidth.isWide(text.codePointBefore(at))
                || DisplayWidth.isWide(text.codePointAt(at));
    }

    /**
     * Adds a part that is not broken.
     *
     * @param commandEnd the end of the command at its beginning; its start if there is none
     */
    private void add(int from, int to, int commandEnd) {
        String word = text.substring(from, to);
        int width = DisplayWidth.of(word.stripTrailing());
        if (taken + width > columns) {
            end();
            begin(hang);
            if (commandEnd > from) {
                line.append(endsPart(commandEnd, to) ? text.substring(from, commandEnd) : word);
                end();
                begin(hang);
                return;
            }
        }
        line.append(word);
        taken += DisplayWidth.of(word);
    }

    private boolean endsPart(int from, int to) {
        return END_OF_PART.matcher(text.substring(from, to).strip()).matches();
    }

    private void begin(int blanks) {
        line.append(" ".repeat(blanks));
        taken = blanks;
    }

    private void end() {
        String whole = line.toString().stripTrailing();
        if (!whole.isEmpty()) {
            lines.add(whole);
        }
        line.setLength(0);
    }
}
