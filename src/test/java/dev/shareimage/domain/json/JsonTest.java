package dev.shareimage.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{\"a\":1E400,\"b\":1e+5,\"c\":-0,\"d\":0.10E-7,\"e\":1E-400,\"f\":-0.0}",
                "{\"n\":1.10,\"m\":123456789012345678901234567890,\"k\":0.1000000000000000000000000000000001}",
                "[[],{},null,true,\"\"]",
                "\"text\"",
                "{\"\":{\"\":\"\\u001B\"}}",
            })
    void is_lossless(String text) throws JsonException {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{} {}",
                "{}x",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":\"b",
                "// comment\n{}",
                "{\"バージョン\"：1}",
                "NaN",
                "<html>proxy</html>",
            })
    void refuses_what_is_not_one_document(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void refuses_unlimited_nesting() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.parse("[".repeat(201) + "]".repeat(201))).isInstanceOf(JsonException.class);
    }

    @Test
    void refuses_what_would_fill_the_memory() {
        assertThatThrownBy(() -> Json.parse("[" + "{},".repeat(125_000) + "{}]"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void reports_the_place() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  \"a\": 2}"))
                .hasMessage("Duplicate field 'a' (line 3, column 6)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[{", "[1,2", "{\"a\":"})
    void does_not_speak_of_the_parser_when_the_text_is_cut_off(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .hasMessageStartingWith("Unexpected end-of-input")
                .hasMessageNotContainingAny("Source", "StreamReadFeature", "marker at");
    }
}
