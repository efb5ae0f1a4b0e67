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

/** The targets that the caller shares with, or the accounts that share with the caller. */
final class ListSharedTargets implements Action.Handler {

    private static final String NAME = "resourcesharing:ListSharedTargets";

    static Action action() {
        return new Action(
                "ListSharedTargets",
                Set.of(
                        "MaxResults",
                        "NextToken",
                        "ResourceArn",
                        "ResourceId",
                        "ResourceOwner",
                        "ResourceShareIds.N",
                        "ResourceType",
                        "Targets.N"),
                NAME,
                new ListSharedTargets());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        Slice slice = Slice.of(call.parameters(), ListResourceShares.DEFAULT_SIZE);
        List<ObjectNode> rows = new ArrayList<>();
        Shares shares = new Shares(call);
        List<String> wanted = ShareParameters.few(call.parameters(), "Targets", ShareParameters.TARGET);
        Optional<String> resource = ShareParameters.resourceId(call);
        Optional<String> type = ShareParameters.resourceType(call);
        for (ResourceShare share : shares.byOwner()) {
            if (hasResource(shares, share, resource, type)) {
                shares.associated(share, Kind.TARGET)
                        .filter(target -> wanted.isEmpty() || wanted.contains(target.entityId()))
                        .forEach(target -> rows.add(describe(share, target)));
            }
        }
        ObjectNode answer = Answers.object();
        slice.describe(answer, rows.size());
        ArrayNode nodes = answer.putArray("SharedTargets");
        slice.of(rows).forEach(nodes::add);
        return answer;
    }

    private static boolean hasResource(Shares shares, ResourceShare share, Optional<String> id, Optional<String> type) {
        return id.isEmpty() && type.isEmpty()
                || shares.associated(share, Kind.RESOURCE)
                        .anyMatch(resource -> id.map(resource.entityId()::equals)
                                        .orElse(true)
                                && type.map(resource.entityType()::equals).orElse(true));
    }

    private static ObjectNode describe(ResourceShare share, Association target) {
        return Answers.object()
                .put("TargetId", target.entityId())
                .put("ResourceShareId", share.id())
                .put("External", false)
                .put("CreateTime", Answers.milliseconds(target.created()))
                .put("UpdateTime", Answers.milliseconds(target.updated()));
    }
}
