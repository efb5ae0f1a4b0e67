package dev.shareimage.sandbox.sharing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.ResourceShare;
import java.util.Set;

/** Renames a share. */
final class UpdateResourceShare implements Action.Handler {

    private static final String NAME = "resourcesharing:UpdateResourceShare";

    static Action action() {
        return new Action(
                "UpdateResourceShare",
                Set.of("AllowExternalTargets", "ResourceShareId", "ResourceShareName"),
                NAME,
                new UpdateResourceShare());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SharePermission.require(
                call, NAME, call.parameters().find("ResourceShareId").orElse("*"));
        ResourceShare share = ShareParameters.ownShare(call);
        ResourceShare renamed = share.renamed(ShareParameters.name(call), Targets.externalAllowed(call), call.now());
        call.world().resourceShares().put(renamed);
        return ShareView.answer(renamed);
    }
}
