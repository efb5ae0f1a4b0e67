package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Tag;
import java.util.List;
import java.util.Set;

/** Adds tags to images or snapshots: to all that the call names, or to none. */
final class TagResources implements Action.Handler {

    private static final String NAME = "ecs:TagResources";

    static Action action() {
        return new Action(
                "TagResources",
                Set.of("RegionId", "ResourceId.N", "ResourceType", "Tag.N.Key", "Tag.N.Value"),
                NAME,
                new TagResources());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        List<TaggedResources.Resource> resources = TaggedResources.of(call).named(NAME);
        List<Tag> tags = TagList.of(call.parameters());
        if (tags.isEmpty()) {
            throw new ApiError(404, "MissingParameter.Tags", "The parameter - Tags should not be null");
        }
        for (TaggedResources.Resource resource : resources) {
            resource.change().accept(TagList.merged(resource.tags(), tags));
        }
        return Answers.object();
    }
}
