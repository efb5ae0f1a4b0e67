package dev.shareimage.cli.view;

import dev.shareimage.domain.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A result as GitHub's Markdown, up to a number of bytes: the outcome and the table.
 *
 * <p>If not all rows fit, those that need attention come first, and a line says how many are left out. All values are
 * escaped, so that they cannot format, link or mention anybody.
 */
public final class MarkdownText {

    private static final String ACTIVE = "\\`*_{}[]()#+-.!|~$";

    private final int maxBytes;
    private final Messages words;

    public MarkdownText(int maxBytes, Messages words) {
        this.maxBytes = maxBytes;
        this.words = words;
    }

    /** The whole text, with a line end behind it. */
    public String write(Result result, List<String> chosen) {
        StringBuilder text = new StringBuilder(title(result));
        TableText table = new TableText(result.table().select(chosen), Screen.paper(words));
        List<Integer> columns =
                chosen.isEmpty() ? table.filled() : table.all().boxed().toList();
        if (table.rowCount() > 0 && !columns.isEmpty()) {
            append(text, table, columns);
        }
        return text.toString();
    }

    private String title(Result result) {
        String command = result.document().path("command").asText("set-trust");
        String status = result.document().path("status").asText("succeeded");
        String message = result.document().path("error").path("message").asText("");
        String title = "**share-image " + escape(command) + "**: " + escape(word(status)) + "\n";
        return message.isEmpty() ? title : title + "\n" + escape(message) + "\n";
    }

    private String word(String status) {
        return words.has("word." + status) ? words.get("word." + status) : status;
    }

    private void append(StringBuilder text, TableText table, List<Integer> columns) {
        text.append('\n').append(row(columns.stream().map(table::headingText).toList()));
        text.append("|").append(" --- |".repeat(columns.size())).append('\n');
        List<String> rows = new ArrayList<>();
        for (int row : order(table, bytes(text))) {
            rows.add(row(columns.stream().map(index -> table.cell(row, index)).toList()));
        }
        int room = maxBytes - bytes(text) - bytes(leftOut(rows.size()));
        int shown = 0;
        for (String row : rows) {
            room -= bytes(row);
            if (room < 0) {
                break;
            }
            text.append(row);
            shown++;
        }
        if (shown < rows.size()) {
            text.append(leftOut(rows.size() - shown));
        }
    }

    private String leftOut(int rows) {
        return "\n" + escape(words.get("markdown.more", rows)) + "\n";
    }

    /** The rows in their order if they certainly fit; otherwise the most important first. */
    private List<Integer> order(TableText table, int taken) {
        List<Integer> rows = new ArrayList<>();
        int size = taken;
        for (int row = 0; row < table.rowCount(); row++) {
            rows.add(row);
            size += table.sizeOf(row);
        }
        if (size > maxBytes) {
            rows.sort(Comparator.comparingInt(row -> -table.severity(row)));
        }
        return rows;
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(escape(cell)).append(" |"));
        return row.append('\n').toString();
    }

    /** The text as Markdown that shows exactly this text. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        Sanitizer.clean(text).codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("@&#8203;");
                default -> {
                    escaped.append(ACTIVE.indexOf(character) >= 0 && !isPlain(character) ? "\\" : "");
                    escaped.appendCodePoint(character);
                }
            }
        });
        return escaped.toString().replace("://", ":&#8203;//");
    }

    /** Characters that format only at the beginning of a line. A cell never begins there. */
    private static boolean isPlain(int character) {
        return character == '-' || character == '.' || character == '+';
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
