package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cli.options.OutputOptions.Format;
import dev.shareimage.domain.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFormatTest {

    private record Hostile(String name) implements Result {
        @Override
        public JsonNode document() {
            return Json.object().put("imageName", name);
        }

        @Override
        public Table table() {
            return Table.of("imageName", "note").row(name, "").build();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_format_lets_an_escape_sequence_through(Format format) {
        String text = format(format).write(new Hostile("\u001B]0;x\u0007\u202Eevil"));

        assertThat(text)
                .doesNotContain("\u001B", "\u0007", "\u202E")
                .contains("evil")
                .endsWith("\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TABLE", "TSV", "CSV"})
    void a_line_end_in_a_value_starts_no_new_row(Format format) {
        assertThat(format(format).write(new Hostile("a\nb")).lines()).hasSize(format == Format.TSV ? 1 : 2);
    }

    @Test
    void a_formula_in_csv_is_written_as_text() {
        assertThat(format(Format.CSV).write(new Hostile("=HYPERLINK(\"x\")")))
                .isEqualTo("imageName,note\n\"'=HYPERLINK(\"\"x\"\")\",\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@SUM(1)",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(1)",
                "\uFE661",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u3000=1",
                "\u00A0=1",
                "\u200B=1",
                " \t\uFF1D1"
            })
    void no_value_is_a_formula_for_a_spreadsheet(String value) {
        String row =
                format(Format.CSV).write(new Hostile(value)).lines().toList().get(1);

        assertThat(row.replace("\"", "")).startsWith("'");
    }

    @Test
    void other_values_in_csv_stay_as_they_are() {
        for (String value : new String[] {"a=1", "golden-image", "\u9577=1", "", "1-1"}) {
            assertThat(format(Format.CSV).write(new Hostile(value))).isEqualTo("imageName,note\n" + value + ",\n");
        }
    }

    @Test
    void no_rows_are_a_heading_but_in_tsv() {
        Result empty = new Result() {
            @Override
            public JsonNode document() {
                return Json.object();
            }

            @Override
            public Table table() {
                return Table.of("imageId").build();
            }
        };

        assertThat(format(Format.TABLE).write(empty)).isEqualTo("IMAGE ID\n");
        assertThat(format(Format.TSV).write(empty)).isEmpty();
        assertThat(format(Format.CSV).write(empty)).isEqualTo("imageId\n");
    }

    private static ResultFormat format(Format format) {
        return ResultFormat.of(format, () -> Screen.paper("en"), List.of());
    }
}
