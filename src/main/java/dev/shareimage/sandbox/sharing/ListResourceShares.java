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
import java.util.Set;

/** The shares that the caller gives or gets. */
final class ListResourceShares implements Action.Handler {

    static final int DEFAULT_SIZE = 20;

    private static final String NAME = "resourcesharing:ListResourceShares";
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
        String name = call.parameters().find("ResourceShareName").orElse("");
        String status = call.parameters().find("ResourceShareStatus").orElse("Active");
        if (!STATUSES.contains(status)) {
            throw ShareErrors.invalid("ResourceShareStatus");
        }
        List<ResourceShare> found = new Shares(call)
                .byOwner().stream()
                        .filter(share -> status.equals("Active"))
                        .filter(share -> name.isEmpty() || share.name().equals(name))
                        .toList();
        ObjectNode answer = Answers.object();
        slice.describe(answer, found.size());
        ArrayNode nodes = answer.putArray("ResourceShares");
        for (ResourceShare share : slice.of(found)) {
            ObjectNode node = nodes.addObject();
            ShareView.describe(node, share);
            node.putArray("Tags");
        }
        return answer;
    }
}
