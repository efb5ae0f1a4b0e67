package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Set;

/** Removes tags from images or snapshots: the named ones, or all with {@code All=true}. */
final class UntagResources implements Action.Handler {

    private static final String NAME = "ecs:UntagResources";

    static Action action() {
        return new Action(
                "UntagResources",
                Set.of("All", "RegionId", "ResourceId.N", "ResourceType", "TagKey.N"),
                NAME,
                new UntagResources());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        List<TaggedResources.Resource> resources = TaggedResources.of(call).named(NAME);
        List<String> keys = call.parameters().list("TagKey");
        boolean every = keys.isEmpty() && Switches.isOn(call.parameters(), "All");
        for (TaggedResources.Resource resource : resources) {
            List<Tag> kept = resource.tags().stream()
                    .filter(tag -> !every && !keys.contains(tag.key()))
                    .toList();
            resource.change().accept(kept);
        }
        return Answers.object();
    }
}
