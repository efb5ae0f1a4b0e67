package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.util.List;

/** Resource Sharing. */
public final class ResourceSharingApi implements Api {

    @Override
    public String product() {
        return "ResourceSharing";
    }

    @Override
    public String version() {
        return "2020-01-10";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                CreateResourceShare.action(),
                UpdateResourceShare.action(),
                DeleteResourceShare.action(),
                AssociateResourceShare.action(),
                DisassociateResourceShare.action(),
                ListResourceShares.action(),
                ListResourceShareAssociations.action(),
                ListSharedResources.action(),
                ListSharedTargets.action(),
                ListPermissions.action(),
                AssociateResourceSharePermission.action(),
                ListResourceShareInvitations.action(),
                AnswerInvitation.accept(),
                AnswerInvitation.reject(),
                CheckSharingStatus.action(),
                EnableSharing.action());
    }
}
