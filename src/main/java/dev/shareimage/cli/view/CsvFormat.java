package dev.shareimage.cli.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values with headings.
 *
 * <p>A value that a spreadsheet would interpret as a formula gets an apostrophe in front, because names of images may
 * be hostile.
 */
final class CsvFormat implements ResultFormat {

    private static final String FORMULA_STARTS = "=+-@";
    private static final Pattern BLANKS = Pattern.compile("^[\\s\\p{Z}\\p{C}]+");

    private final List<String> chosen;

    /** @param chosen the requested columns; empty for all */
    CsvFormat(List<String> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void write(Result result, TextSink out) {
        Table table = result.table().select(chosen);
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            writer.writeRecord(table.header());
            for (List<String> row : table.rows()) {
                String[] cells = row.toArray(String[]::new);
                Arrays.setAll(cells, index -> harmless(cells[index]));
                writer.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheets skip blanks before a formula, and accept its full-width signs. */
    private static String harmless(String value) {
        if (!value.isEmpty() && Character.isLetterOrDigit(value.charAt(0)) && Sanitizer.isPlain(value)) {
            return value;
        }
        String visible = BLANKS.matcher(value).replaceFirst("");
        int end = Math.min(visible.length(), 1);
        String first = Normalizer.normalize(visible.substring(0, end), Normalizer.Form.NFKC);
        boolean formula = !first.isEmpty() && FORMULA_STARTS.contains(first);
        return (formula ? "'" : "") + Sanitizer.clean(value);
    }
}
