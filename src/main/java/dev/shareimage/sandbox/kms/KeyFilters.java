package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The filters of {@code ListKeys}. A key must match every filter, by any of its values. Assumed: all values are compared
 * literally, also those of {@code keyId} and {@code AliasName}.
 */
record KeyFilters(List<Filter> filters) {

    private static final int MAX_FILTERS = 10;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> NAMES = Set.of(
            "KeyState",
            "KeySpec",
            "KeyUsage",
            "ProtectionLevel",
            "CreatorType",
            "DKMSInstanceId",
            "keyId",
            "AliasName",
            "Creator",
            "TagKey",
            "TagValue");

    /**
     * @throws ApiError 400 {@code InvalidParameter} if it is not a list of at most ten known filters
     */
    static KeyFilters of(Call call) throws ApiError {
        Optional<String> json = call.parameters().find("Filters");
        return new KeyFilters(json.isEmpty() ? List.of() : parse(json.get()));
    }

    boolean match(KmsKey key) {
        return filters.stream().allMatch(filter -> filter.matches(key));
    }

    private static List<Filter> parse(String json) throws ApiError {
        List<Filter> filters = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            require(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                filters.add(filter(parser));
            }
            require(parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null);
        } catch (IOException notJson) {
            throw invalid();
        }
        require(filters.size() <= MAX_FILTERS);
        return filters;
    }

    private static Filter filter(JsonParser parser) throws IOException, ApiError {
        String name = "";
        List<String> values = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("Key")) {
                require(value == JsonToken.VALUE_STRING);
                name = parser.getText();
            } else {
                require(member.equals("Values") && value == JsonToken.START_ARRAY);
                values = values(parser);
            }
        }
        require(NAMES.contains(name) && !values.isEmpty());
        return new Filter(name, values);
    }

    private static List<String> values(JsonParser parser) throws IOException, ApiError {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            values.add(parser.getText());
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
        return values;
    }

    private static void require(boolean wellFormed) throws ApiError {
        if (!wellFormed) {
            throw invalid();
        }
    }

    private static ApiError invalid() {
        return new ApiError(400, "InvalidParameter", "The specified parameter is not valid.");
    }

    private record Filter(String name, List<String> values) {

        boolean matches(KmsKey key) {
            return of(key).anyMatch(values::contains);
        }

        /** The value of the key for the name of the filter. */
        private Stream<String> of(KmsKey key) {
            return switch (name) {
                case "KeyState" -> Stream.of(key.state());
                case "KeySpec" -> Stream.of(key.spec());
                case "KeyUsage" -> Stream.of(KeyView.USAGE);
                case "ProtectionLevel" -> Stream.of(KeyView.PROTECTION_LEVEL);
                case "CreatorType" -> Stream.of(key.creator().equals(key.accountId()) ? "User" : "Service");
                case "keyId" -> Stream.of(key.id());
                case "AliasName" -> key.aliases().stream();
                case "Creator" -> Stream.of(key.creator());
                case "TagKey" -> key.tags().stream().map(Tag::key);
                case "TagValue" -> key.tags().stream().map(Tag::value);
                // no key of the sandbox belongs to a dedicated instance
                default -> Stream.empty();
            };
        }
    }
}
