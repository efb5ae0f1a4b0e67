package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The shares that the caller gives or receives. */
final class ListResourceShares implements Action.Handler {

    static final int DEFAULT_SIZE = 20;

    private static final String NAME = "resourcesharing:ListResourceShares";
    /** The group of resources without one. Its id is invented. */
    private static final String DEFAULT_GROUP = "rg-sbxdefault00001";

    private static final Set<String> STATUSES = Set.of("Active", "Pending", "Deleting");

    static Action action() {
        return new Action(
                "ListResourceShares",
                Set.of(
                        "MaxResults",
                        "NextToken",
                        "PermissionName",
                        "ResourceGroupId",
                        "ResourceOwner",
                        "ResourceShareIds.N",
                        "ResourceShareName",
                        "ResourceShareStatus",
                        "Tag.N.Key",
                        "Tag.N.Value"),
                NAME,
                new ListResourceShares());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        Slice slice = Slice.of(call.parameters(), DEFAULT_SIZE);
        Predicate<ResourceShare> query = query(call);
        List<ResourceShare> found =
                new Shares(call).byOwner().stream().filter(query).toList();
        ObjectNode answer = Answers.object();
        slice.describe(answer, found.size());
        ArrayNode nodes = answer.putArray("ResourceShares");
        for (ResourceShare share : slice.of(found)) {
            ObjectNode node = nodes.addObject();
            ShareView.describe(node, share);
            node.put("ResourceGroupId", group(share));
            ArrayNode tags = node.putArray("Tags");
            share.tags().forEach(tag -> tags.addObject().put("Key", tag.key()).put("Value", tag.value()));
        }
        return answer;
    }

    private static Predicate<ResourceShare> query(Call call) throws ApiError {
        Optional<String> name = call.parameters().find("ResourceShareName");
        if (name.isPresent()) {
            ShareParameters.checkedName(name.get());
        }
        Optional<String> status = call.parameters().find("ResourceShareStatus");
        if (status.isPresent() && !STATUSES.contains(status.get())) {
            throw ShareErrors.invalid("ResourceShareStatus");
        }
        Optional<String> group = call.parameters().find("ResourceGroupId");
        Optional<String> permission = call.parameters().find("PermissionName");
        return share -> name.map(share.name()::equals).orElse(true)
                && status.map(ShareView.status(share)::equals).orElse(true)
                && group.map(group(share)::equals).orElse(true)
                && permission.map(wanted -> SharePermission.isOf(wanted, share)).orElse(true)
                && ShareTags.match(call, share);
    }

    private static String group(ResourceShare share) {
        String group = share.resourceGroupId();
        return group == null ? DEFAULT_GROUP : group;
    }
}
