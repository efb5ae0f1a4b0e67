package dev.shareimage.cli.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Comma-separated values with a heading.
 *
 * <p>A value that a spreadsheet would take for a formula gets an apostrophe before it: names of images come from people.
 */
final class CsvFormat implements ResultFormat {

    private static final String FORMULA_STARTS = "=+-@";

    @Override
    public String write(Result result) {
        Table table = result.table();
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(table.header());
            for (List<String> row : table.rows()) {
                writer.writeRecord(row.stream().map(CsvFormat::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String value) {
        String clean = Sanitizer.clean(value);
        return !clean.isEmpty() && FORMULA_STARTS.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }
}
