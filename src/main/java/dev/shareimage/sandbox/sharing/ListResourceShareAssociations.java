package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the caller's shares consist of, and how far each association has come. */
final class ListResourceShareAssociations implements Action.Handler {

    private static final String NAME = "resourcesharing:ListResourceShareAssociations";

    static Action action() {
        return new Action(
                "ListResourceShareAssociations",
                Set.of(
                        "AssociationStatus",
                        "AssociationType",
                        "MaxResults",
                        "NextToken",
                        "ResourceArn",
                        "ResourceId",
                        "ResourceShareIds.N",
                        "Target"),
                NAME,
                new ListResourceShareAssociations());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(call, NAME, "*");
        AssociationQuery query = AssociationQuery.of(call);
        Slice slice = Slice.of(call.parameters(), ListResourceShares.DEFAULT_SIZE);
        List<Row> rows = new ArrayList<>();
        for (ResourceShare share : new Shares(call).own()) {
            share.associations().stream()
                    .filter(query::matches)
                    .forEach(association -> rows.add(new Row(share, association)));
        }
        ObjectNode answer = Answers.object();
        slice.describe(answer, rows.size());
        ArrayNode nodes = answer.putArray("ResourceShareAssociations");
        for (Row row : slice.of(rows)) {
            ObjectNode node = nodes.addObject();
            ShareView.describe(node, call, row.share, row.association);
            node.put("External", false);
        }
        return answer;
    }

    private record Row(ResourceShare share, Association association) {}
}
