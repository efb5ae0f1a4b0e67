package dev.shareimage.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes YAML. YAML has several ways to escape, so characters that a terminal would execute are replaced. All strings
 * have quotes, so that none is read as a number, a date or a truth value.
 */
final class YamlText {

    private YamlText() {}

    /** Writes the document with a final line end, piece by piece. */
    static void write(JsonNode tree, TextSink out) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try (JsonGenerator generator = new Cleaner(mapper.createGenerator(out))) {
            mapper.writeTree(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the characters while they are written, so that nothing is copied. */
    private static final class Cleaner extends JsonGeneratorDelegate {

        Cleaner(JsonGenerator generator) {
            super(generator);
        }

        @Override
        public void writeFieldName(String name) throws IOException {
            super.writeFieldName(Sanitizer.clean(name));
        }

        @Override
        public void writeString(String text) throws IOException {
            super.writeString(Sanitizer.clean(text));
        }
    }
}
