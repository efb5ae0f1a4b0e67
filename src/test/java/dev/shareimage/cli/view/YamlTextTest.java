package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "two words",
            "1",
            "1e3",
            "yes",
            "null",
            "~",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "it's",
            "\"quoted\"",
            "back\\slash",
            "two\nlines",
            "a\ttab",
            "\u001b[31mred",
            "\u202eleft",
            "\u00a0",
            "\u2028",
            "\u65e5\u672c\u8a9e",
            "\ud83d\ude00",
            "\ud83d",
            "a\u0301",
            "[]",
            "{}",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "2026-01-01",
            "long".repeat(60),
            "key of more than 1,024 characters ".repeat(40));

    @Test
    void lists_and_objects_are_indented() throws Exception {
        assertThat(written(Json.parse("""
                        {"a":"text","none":[],"nothing":{},"list":[{"id":"m-1","deep":{"x":null,"y":[true,1]}},["b",["c"]]]}
                        """))).isEqualTo("""
                a: "text"
                none: []
                nothing: {}
                list:
                  - id: "m-1"
                    deep:
                      x: null
                      "y":
                        - true
                        - 1
                  -   - "b"
                      -   - "c"
                """);
    }

    @Test
    void any_document_is_written_as_by_the_library() {
        for (int seed = 0; seed < 3_000; seed++) {
            JsonNode tree = new Trees(new Random(seed)).document();

            assertThat(written(tree)).as("seed %d", seed).isEqualTo(new LibraryYaml().write(tree));
        }
    }

    private static String written(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        try (TextSink out = new TextSink(text::append)) {
            YamlText.write(tree, out);
        }
        return text.toString();
    }

    /** Makes trees of all kinds of values. */
    private record Trees(Random random) {

        JsonNode document() {
            return random.nextInt(4) > 0 ? object(4) : list(4);
        }

        private JsonNode tree(int depth) {
            return switch (random.nextInt(depth > 0 ? 12 : 8)) {
                case 0 -> NODES.nullNode();
                case 1 -> NODES.booleanNode(random.nextBoolean());
                case 2 -> NODES.numberNode(random.nextInt());
                case 3 -> NODES.numberNode(random.nextLong());
                case 4 -> NODES.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20));
                case 5, 6, 7 -> NODES.textNode(text());
                case 8, 9 -> list(depth);
                default -> object(depth);
            };
        }

        private ArrayNode list(int depth) {
            ArrayNode list = NODES.arrayNode();
            for (int left = random.nextInt(4); left > 0; left--) {
                list.add(tree(depth - 1));
            }
            return list;
        }

        private ObjectNode object(int depth) {
            ObjectNode object = NODES.objectNode();
            for (int left = random.nextInt(4); left > 0; left--) {
                object.set(random.nextInt(3) > 0 ? "name" + left : text(), tree(depth - 1));
            }
            return object;
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
    }
}
