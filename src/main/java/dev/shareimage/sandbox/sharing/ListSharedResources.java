package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources that the caller gives or receives through shares. */
final class ListSharedResources implements Action.Handler {

    private static final String NAME = "resourcesharing:ListSharedResources";

    static Action action() {
        return new Action(
                "ListSharedResources",
                Set.of(
                        "MaxResults",
                        "NextToken",
                        "ResourceArns.N",
                        "ResourceIds.N",
                        "ResourceOwner",
                        "ResourceShareIds.N",
                        "ResourceType",
                        "Target"),
                NAME,
                new ListSharedResources());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        Slice slice = Slice.of(call.parameters(), ListResourceShares.DEFAULT_SIZE);
        List<ObjectNode> rows = new ArrayList<>();
        Shares shares = new Shares(call);
        List<String> ids = ShareParameters.resourceIds(call);
        Optional<String> type = ShareParameters.resourceType(call);
        Optional<String> target = ShareParameters.formed(call, "Target", ShareParameters.TARGET);
        for (ResourceShare share : shares.byOwner()) {
            if (hasTarget(shares, share, target)) {
                shares.associated(share, Kind.RESOURCE)
                        .filter(resource -> ids.isEmpty() || ids.contains(resource.entityId()))
                        .filter(resource ->
                                type.map(resource.entityType()::equals).orElse(true))
                        .forEach(resource -> rows.add(describe(share, resource)));
            }
        }
        ObjectNode answer = Answers.object();
        slice.describe(answer, rows.size());
        ArrayNode nodes = answer.putArray("SharedResources");
        slice.of(rows).forEach(nodes::add);
        return answer;
    }

    private static boolean hasTarget(Shares shares, ResourceShare share, Optional<String> target) {
        return target.isEmpty()
                || shares.associated(share, Kind.TARGET)
                        .anyMatch(association -> association.entityId().equals(target.get()));
    }

    private static ObjectNode describe(ResourceShare share, Association resource) {
        return Answers.object()
                .put("ResourceId", resource.entityId())
                .put("ResourceType", resource.entityType())
                .put("ResourceArn", ShareView.arn(share, resource.entityId()))
                .put("ResourceShareId", share.id())
                .put("ResourceStatus", "Available")
                .put("CreateTime", Answers.milliseconds(resource.created()))
                .put("UpdateTime", Answers.milliseconds(resource.updated()));
    }
}
