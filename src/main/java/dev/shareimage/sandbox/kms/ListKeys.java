package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.List;
import java.util.Set;

/** Lists the keys of the caller's account in a region: all, or those that match the filters. */
final class ListKeys implements Action.Handler {

    private static final String NAME = "kms:ListKeys";

    static Action action() {
        return new Action("ListKeys", Set.of("PageNumber", "PageSize", "Filters"), NAME, new ListKeys());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        call.caller().require(NAME, new Keys(call).arn("*"));
        KeyFilters filters = KeyFilters.of(call);
        List<KmsKey> keys = new Keys(call).all().stream().filter(filters::match).toList();
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        page.describe(answer, keys.size());
        ArrayNode nodes = Answers.wrapped(answer, "Keys", "Key");
        page.of(keys).forEach(key -> nodes.addObject().put("KeyId", key.id()).put("KeyArn", key.arn()));
        return answer;
    }
}
