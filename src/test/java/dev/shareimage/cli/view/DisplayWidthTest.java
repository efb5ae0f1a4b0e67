package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"'',0", "abc,3", "本番,4", "ｱｲ,2", "ＡＢ,4", "e\u0301,1", "한글,4", "𠮷,2", "😀,2", "…,1"})
    void counts_columns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void cuts_between_characters() {
        assertThat(DisplayWidth.cut("本番イメージ", 5)).isEqualTo("本番");
        assertThat(DisplayWidth.cut("abc", 5)).isEqualTo("abc");
    }

    @Test
    void pads_to_columns() {
        assertThat(DisplayWidth.pad("本番", 6)).isEqualTo("本番  ");
        assertThat(DisplayWidth.pad("abc", 2)).isEqualTo("abc");
    }
}
