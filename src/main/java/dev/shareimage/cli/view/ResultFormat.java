package dev.shareimage.cli.view;

import dev.shareimage.cli.options.OutputOptions.Format;
import java.util.List;
import java.util.function.Supplier;

/** Writes a result in one format. The text ends with a line end unless it is empty. */
interface ResultFormat {

    /** The maximum length of a comment on GitHub, minus room for text around the result. */
    int MAX_COMMENT_BYTES = 64_000;

    void write(Result result, TextSink out);

    /** The complete text. */
    default String write(Result result) {
        StringBuilder text = new StringBuilder();
        try (TextSink out = new TextSink(text::append)) {
            write(result, out);
        }
        return text.toString();
    }

    /**
     * Makes the requested format.
     *
     * @param columns the requested columns of a table; empty for all
     */
    static ResultFormat of(Format format, Supplier<Screen> screen, List<String> columns) {
        return switch (format) {
            case TABLE -> new AlignedFormat(screen.get(), columns, true);
            case TSV -> new TabFormat(columns);
            case JSON -> (result, out) -> JsonText.write(result.document(), out);
            case YAML -> (result, out) -> YamlText.write(result.document(), out);
            case MARKDOWN ->
                (result, out) -> out.append(
                        new MarkdownText(MAX_COMMENT_BYTES, screen.get().words().get()).write(result, columns));
            case CSV -> new CsvFormat(columns);
        };
    }
}
