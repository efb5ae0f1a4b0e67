package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Set;

/** Starts to add resources and targets to a share. */
final class AssociateResourceShare implements Action.Handler {

    private static final String NAME = "resourcesharing:AssociateResourceShare";

    static Action action() {
        return new Action(
                "AssociateResourceShare",
                Set.of(
                        "PermissionNames.N",
                        "ResourceArns.N",
                        "ResourceShareId",
                        "ResourceProperties.N.Property",
                        "ResourceProperties.N.ResourceArn",
                        "Resources.N.ResourceId",
                        "Resources.N.ResourceType",
                        "TargetProperties.N.Property",
                        "TargetProperties.N.TargetId",
                        "Targets.N"),
                NAME,
                new AssociateResourceShare());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(
                call, NAME, call.parameters().find("ResourceShareId").orElse("*"));
        ResourceShare share = ShareParameters.ownShare(call);
        ShareParameters.refuseProperties(call);
        List<Resource> resources = ShareParameters.resources(call);
        List<String> targets = Targets.of(call, share.allowExternalTargets());
        requireSomething(resources, targets);
        SharePermission.checkNames(call);
        Associations associations = new Associations(call, share.associations());
        CreateResourceShare.begin(call, associations, resources, targets);
        if (!associations.all().equals(share.associations())) {
            call.world().resourceShares().put(share.withAssociations(associations.all(), call.now()));
        }
        return ShareView.answer(call, share, associations.touched());
    }

    static void requireSomething(List<Resource> resources, List<String> targets) throws ApiError {
        if (resources.isEmpty() && targets.isEmpty()) {
            throw new ApiError(
                    400, "ResourceAndTargetBothEmpty", "Either a resource or a shared target must be specified.");
        }
    }
}
