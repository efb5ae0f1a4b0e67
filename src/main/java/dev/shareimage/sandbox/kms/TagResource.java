package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Adds tags to a key. A tag with the same name is replaced. */
final class TagResource implements Action.Handler {

    private static final String NAME = "kms:TagResource";
    private static final JsonFactory FACTORY = new JsonFactory();

    static Action action() {
        return new Action("TagResource", Set.of("KeyId", "Tags"), NAME, new TagResource());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(NAME);
        List<Tag> tags = new ArrayList<>(key.tags());
        for (Tag tag : parse(call.parameters().get("Tags"))) {
            tags.removeIf(present -> present.key().equals(tag.key()));
            tags.add(tag);
        }
        call.world().keys().put(key.withTags(tags));
        return Answers.object();
    }

    private static List<Tag> parse(String json) throws ApiError {
        List<Tag> tags = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw invalid();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                tags.add(parseTag(parser));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw invalid();
            }
        } catch (IOException notJson) {
            throw invalid();
        }
        return tags;
    }

    private static Tag parseTag(JsonParser parser) throws IOException, ApiError {
        String key = "";
        String value = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!parser.nextToken().isScalarValue()) {
                throw invalid();
            }
            if (name.equals("TagKey")) {
                key = parser.getText();
            } else if (name.equals("TagValue")) {
                value = parser.getText();
            }
        }
        if (key.isEmpty()) {
            throw invalid();
        }
        return new Tag(key, value);
    }

    private static ApiError invalid() {
        return new ApiError(400, "InvalidParameter", "The specified parameter is not valid.");
    }
}
