package dev.shareimage.cli;

import dev.shareimage.cli.view.DisplayWidth;
import dev.shareimage.cli.view.WordWrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts of the help that fit a width.
 *
 * <p>Paragraphs are filled. Lines that are indented stay lines of their own, because they are examples to paste.
 */
record HelpText(int columns) {

    private static final String COMMENT = "  # ";

    private static final String OPTION = " --";

    private static final String CONTINUED = " \\";

    private static final String CONTINUATION = " ".repeat(6);

    /** The whole text. */
    String fill(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs(text)) {
            lines.addAll(lines(paragraph));
        }
        return String.join("\n", lines);
    }

    /** The forms in which a command can be called, each below the first. */
    String usage(String label, String ways) {
        int hang = DisplayWidth.of(label) + 1;
        String beginning = label + " ";
        StringBuilder text = new StringBuilder();
        for (String way : ways.lines().map(String::strip).toList()) {
            WordWrap.words(beginning + way, columns, hang + 2)
                    .forEach(line -> text.append(line).append('\n'));
            beginning = " ".repeat(hang);
        }
        return text.toString();
    }

    /** Each line of a comment begins with a comment sign, so that it can be pasted anywhere. */
    private List<String> lines(String paragraph) {
        if (!paragraph.startsWith(COMMENT)) {
            return paragraph.startsWith(" ") ? example(paragraph) : WordWrap.words(paragraph, columns, 0);
        }
        int room = columns - COMMENT.length();
        return WordWrap.words(paragraph.substring(COMMENT.length()), room, 0).stream()
                .map(line -> COMMENT + line)
                .toList();
    }

    /** A command that is too wide continues before an option. The lines are pasted together. */
    private List<String> example(String command) {
        List<String> lines = new ArrayList<>();
        String rest = command;
        while (DisplayWidth.of(rest) > columns) {
            int end = rest.lastIndexOf(OPTION, columns - CONTINUED.length());
            if (rest.substring(0, Math.max(end, 0)).isBlank()) {
                end = rest.indexOf(OPTION, CONTINUATION.length());
            }
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end) + CONTINUED);
            rest = CONTINUATION + rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String line : text.split("\n", -1)) {
            boolean filled = !line.isEmpty() && !line.startsWith(" ");
            if (open && filled) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, joined(paragraphs.get(last), line));
            } else {
                paragraphs.add(line);
            }
            open = filled;
        }
        return paragraphs;
    }

    /** Chinese and Japanese text has no spaces between characters. */
    private static String joined(String text, String next) {
        boolean blank =
                !DisplayWidth.isWide(text.codePointBefore(text.length())) || !DisplayWidth.isWide(next.codePointAt(0));
        return text + (blank ? " " : "") + next;
    }
}
