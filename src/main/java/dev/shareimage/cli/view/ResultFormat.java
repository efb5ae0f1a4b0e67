package dev.shareimage.cli.view;

import dev.shareimage.cli.options.OutputOptions.Format;

/** A way to write a result; the text ends with a line end unless it is empty. */
public interface ResultFormat {

    String write(Result result);

    static ResultFormat of(Format format) {
        return switch (format) {
            case TABLE -> new AlignedFormat();
            case TSV -> new TabFormat();
            case JSON -> result -> JsonText.write(result.document()) + "\n";
            case YAML -> result -> YamlText.write(result.document());
            case CSV -> new CsvFormat();
        };
    }
}
