package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.Association.Status;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Locale;

/** Shares and their associations as answers show them; the lists of this product are bare arrays. */
final class ShareView {

    private static final String FAILURE_DESCRIPTION = "You cannot access the specified resource at this time.";

    private ShareView() {}

    /** An answer with {@code ResourceShare}. */
    static ObjectNode answer(ResourceShare share) {
        ObjectNode answer = Answers.object();
        describe(answer.putObject("ResourceShare"), share);
        return answer;
    }

    /** An answer with {@code ResourceShareAssociations}. */
    static ObjectNode answer(Call call, ResourceShare share, List<Association> associations) {
        ObjectNode answer = Answers.object();
        ArrayNode nodes = answer.putArray("ResourceShareAssociations");
        associations.forEach(association -> describe(nodes.addObject(), call, share, association));
        return answer;
    }

    static void describe(ObjectNode node, ResourceShare share) {
        node.put("ResourceShareId", share.id())
                .put("ResourceShareName", share.name())
                .put("ResourceShareOwner", share.ownerId())
                .put("ResourceShareStatus", status(share))
                .put("AllowExternalTargets", share.allowExternalTargets())
                .put("CreateTime", Answers.milliseconds(share.created()))
                .put("UpdateTime", Answers.milliseconds(share.updated()));
    }

    static void describe(ObjectNode node, Call call, ResourceShare share, Association association) {
        Status status = association.statusAt(call.now());
        node.put("ResourceShareId", share.id())
                .put("ResourceShareName", share.name())
                .put("AssociationType", word(association.kind()))
                .put("AssociationStatus", word(status))
                .put("EntityId", association.entityId())
                .put("EntityType", association.entityType())
                .put("CreateTime", Answers.milliseconds(association.created()))
                .put("UpdateTime", Answers.milliseconds(association.updated()));
        if (association.kind() == Kind.RESOURCE) {
            node.put("ResourceArn", arn(share, association.entityId()));
        }
        if (status == Status.FAILED) {
            describeFailure(node, share, association);
        }
    }

    static String status(ResourceShare share) {
        return share.isDeleted() ? "Deleted" : "Active";
    }

    static String arn(ResourceShare share, String imageId) {
        return "acs:ecs:" + share.region() + ":" + share.ownerId() + ":image/" + imageId;
    }

    /** A constant as the protocol spells it, such as {@code Associated}. */
    static String word(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** One entry for each entity of the other kind, because an entry names that entity. */
    private static void describeFailure(ObjectNode node, ResourceShare share, Association association) {
        node.put("AssociationStatusMessage", FAILURE_DESCRIPTION);
        ArrayNode details = node.putArray("AssociationFailedDetails");
        share.associations().stream()
                .filter(other -> other.kind() != association.kind())
                .forEach(other -> describeFailure(details.addObject(), association)
                        .put("EntityId", other.entityId())
                        .put("EntityType", other.entityType()));
        if (details.isEmpty()) {
            describeFailure(details.addObject(), association);
        }
    }

    private static ObjectNode describeFailure(ObjectNode node, Association association) {
        String reason = String.valueOf(association.failureReason());
        return node.put("AssociateType", "Associate")
                .put("OperationType", association.leaving() ? "Disassociate" : "Associate")
                .put("FailureReason", reason)
                .put("FailureDescription", FAILURE_DESCRIPTION)
                .put("Status", reason)
                .put("StatusMessage", FAILURE_DESCRIPTION);
    }
}
