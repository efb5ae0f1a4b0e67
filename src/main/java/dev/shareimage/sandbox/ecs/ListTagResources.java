package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tags of images or snapshots: of the named ones, or of all that have tags. */
final class ListTagResources implements Action.Handler {

    private static final String NAME = "ecs:ListTagResources";
    private static final int DEFAULT_SIZE = 50;

    static Action action() {
        return new Action(
                "ListTagResources",
                Set.of("NextToken", "RegionId", "ResourceId.N", "ResourceType", "Tag.N.Key", "Tag.N.Value"),
                NAME,
                new ListTagResources());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        TaggedResources resources = TaggedResources.of(call);
        TagFilter filter = TagFilter.of(call.parameters());
        List<TaggedResources.Resource> found =
                call.parameters().list("ResourceId").isEmpty() ? every(resources) : resources.named(NAME);
        List<ObjectNode> entries = found.stream()
                .filter(resource -> filter.matches(resource.tags()))
                .flatMap(ListTagResources::describe)
                .toList();
        Slice slice = Slice.of(call.parameters(), DEFAULT_SIZE);
        ObjectNode answer = Answers.object();
        ArrayNode nodes = Answers.wrapped(answer, "TagResources", "TagResource");
        slice.of(entries).forEach(nodes::add);
        answer.put("NextToken", "");
        slice.describe(answer, entries.size());
        return answer;
    }

    private static List<TaggedResources.Resource> every(TaggedResources resources) throws ApiError {
        resources.requireAll(NAME);
        return resources.all();
    }

    private static Stream<ObjectNode> describe(TaggedResources.Resource resource) {
        return resource.tags().stream()
                .map(tag -> Answers.object()
                        .put("ResourceType", resource.type())
                        .put("ResourceId", resource.id())
                        .put("TagKey", tag.key())
                        .put("TagValue", tag.value()));
    }
}
