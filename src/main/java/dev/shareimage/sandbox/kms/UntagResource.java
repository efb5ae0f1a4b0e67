package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.JsonStrings;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Set;

/** Removes tags from a key. */
final class UntagResource implements Action.Handler {

    private static final String NAME = "kms:UntagResource";

    static Action action() {
        return new Action("UntagResource", Set.of("KeyId", "TagKeys"), NAME, new UntagResource());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(NAME);
        Set<String> names = JsonStrings.parse(call.parameters().get("TagKeys"))
                .orElseThrow(() -> new ApiError(400, "InvalidParameter", "The specified parameter is not valid."));
        List<Tag> kept =
                key.tags().stream().filter(tag -> !names.contains(tag.key())).toList();
        call.world().keys().put(key.withTags(kept));
        return Answers.object();
    }
}
