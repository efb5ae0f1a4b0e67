package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.List;
import java.util.Set;

/** Starts to remove resources and targets from a share. The access that they gave ends at the start. */
final class DisassociateResourceShare implements Action.Handler {

    private static final String NAME = "resourcesharing:DisassociateResourceShare";

    static Action action() {
        return new Action(
                "DisassociateResourceShare",
                Set.of(
                        "ResourceArns.N",
                        "ResourceOwner",
                        "ResourceShareId",
                        "Resources.N.ResourceId",
                        "Resources.N.ResourceType",
                        "Targets.N"),
                NAME,
                new DisassociateResourceShare());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(
                call, NAME, call.parameters().find("ResourceShareId").orElse("*"));
        refuseLeaving(call);
        ResourceShare share = ShareParameters.ownShare(call);
        List<Resource> resources = ShareParameters.resources(call);
        List<String> targets = ShareParameters.few(call.parameters(), "Targets", ShareParameters.TARGET);
        AssociateResourceShare.requireSomething(resources, targets);
        Associations associations = new Associations(call, share.associations());
        for (Resource resource : resources) {
            associations.remove(Kind.RESOURCE, resource.id());
        }
        for (String target : targets) {
            associations.remove(Kind.TARGET, target);
        }
        call.world().resourceShares().put(share.withAssociations(associations.all(), call.now()));
        return ShareView.answer(call, share, associations.touched());
    }

    private static void refuseLeaving(Call call) throws ApiError {
        String owner = call.parameters().find("ResourceOwner").orElse("Self");
        if (!owner.equals("Self") && !owner.equals("OtherAccounts")) {
            throw new ApiError(400, "InvalidParameter", "The specified parameter is invalid.");
        }
        if (owner.equals("OtherAccounts")) {
            throw new ApiError(
                    409,
                    "LeavingFailed.Account",
                    "The account was added to the resource share automatically by resoucre directory.");
        }
    }
}
