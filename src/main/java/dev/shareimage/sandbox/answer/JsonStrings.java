package dev.shareimage.sandbox.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Parameters that contain a JSON array of strings. */
public final class JsonStrings {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonStrings() {}

    /** The strings; empty if the text is anything else. */
    public static Optional<Set<String>> parse(String text) {
        Set<String> strings = new LinkedHashSet<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                strings.add(parser.getText());
            }
            boolean whole = parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
            return whole ? Optional.of(strings) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
