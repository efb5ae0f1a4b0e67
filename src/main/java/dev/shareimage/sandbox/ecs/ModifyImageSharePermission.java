package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.quotas.QuotaLimits;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Shares an image with accounts and unshares it. A call changes everything or nothing. */
final class ModifyImageSharePermission implements Action.Handler {

    private static final String NAME = "ecs:ModifyImageSharePermission";

    static Action action() {
        return new Action(
                "ModifyImageSharePermission",
                Set.of(
                        "AddAccount.N",
                        "DryRun",
                        "ImageId",
                        "IsPublic",
                        "LaunchPermission",
                        "RegionId",
                        "RemoveAccount.N"),
                NAME,
                new ModifyImageSharePermission());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        String imageId = call.parameters().get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Image image = new Images(call, region).own(imageId);
        SharePermissionRequest request = SharePermissionRequest.of(call);
        if (request.isWithdrawal()) {
            return withdraw(call, image);
        }
        List<String> newAccounts = request.added().stream()
                .filter(account -> image.shareWith(account).isEmpty())
                .toList();
        if (request.isAdding()) {
            new Shareability(call, region).require(image, newAccounts);
        }
        List<ImageShare> shares = shares(call, image, newAccounts, request.removed());
        requireRoom(call, region, image, shares);
        Switches.endDryRun(call.parameters());
        if (!shares.equals(image.shares())) {
            call.world().images().put(image.withShares(shares));
        }
        return Answers.object();
    }

    private static ObjectNode withdraw(Call call, Image image) throws ApiError {
        if (!image.community()) {
            throw new ApiError(403, "Image.NotPublic", "The specified image is not public image.");
        }
        Switches.endDryRun(call.parameters());
        call.world().images().put(image.withdrawn());
        return Answers.object();
    }

    private static List<ImageShare> shares(Call call, Image image, List<String> newAccounts, List<String> removed) {
        List<ImageShare> shares = new ArrayList<>(image.shares());
        List<String> dropped =
                Arrays.asList(call.hints().getOrDefault(Hints.DROP_ACCOUNTS, "").split(","));
        newAccounts.stream()
                .filter(account -> !dropped.contains(account) && !dropped.contains("*"))
                .forEach(account -> shares.add(new ImageShare(account, call.now())));
        shares.removeIf(share -> removed.contains(share.accountId()));
        return shares;
    }

    private static void requireRoom(Call call, Region region, Image image, List<ImageShare> shares) throws ApiError {
        int most = QuotaLimits.sharedImageUsers(call.world(), region.id(), image.ownerId());
        if (shares.size() > most && shares.size() > image.shares().size()) {
            throw new ApiError(403, "QuotaExceed.ShareImageUser", "The shared Image user Quota exceeds.");
        }
    }
}
