package dev.shareimage.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What the library for YAML writes. It knows all rules of quotes, but takes three times as long as JSON does. */
final class LibraryYaml {

    private static final int MAX_KNOWN_NAMES = 1_000;
    private static final String VALUE = ": 0\n";

    private final YAMLMapper mapper = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private final Map<String, String> names = new HashMap<>();

    /** The document with a final line end. No line is broken, so each can be indented further. */
    String write(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new Cleaner(mapper.createGenerator(text))) {
            mapper.writeTree(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The name of a member, with quotes where it needs them; empty if it does not fit before a colon on one line. */
    String name(String name) {
        String known = names.get(name);
        if (known == null) {
            String line = write(JsonNodeFactory.instance.objectNode().put(name, 0));
            boolean fits = !line.startsWith("? ");
            known = fits ? line.substring(0, line.length() - VALUE.length()) : "";
            if (names.size() < MAX_KNOWN_NAMES) {
                names.put(name, known);
            }
        }
        return known;
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
