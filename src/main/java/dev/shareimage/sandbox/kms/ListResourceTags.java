package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.Set;

/** The tags of one key. */
final class ListResourceTags implements Action.Handler {

    private static final String NAME = "kms:ListResourceTags";

    static Action action() {
        return new Action("ListResourceTags", Set.of("KeyId"), NAME, new ListResourceTags());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(NAME);
        ObjectNode answer = Answers.object();
        ArrayNode tags = Answers.wrapped(answer, "Tags", "Tag");
        key.tags()
                .forEach(tag -> tags.addObject()
                        .put("KeyId", key.id())
                        .put("TagKey", tag.key())
                        .put("TagValue", tag.value()));
        return answer;
    }
}
