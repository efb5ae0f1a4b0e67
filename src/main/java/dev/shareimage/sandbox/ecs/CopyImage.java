package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Set;

/** Copies an image within a region or to another. Shares are not copied; the copy is there at once. */
final class CopyImage implements Action.Handler {

    private static final String NAME = "ecs:CopyImage";

    static Action action() {
        return new Action(
                "CopyImage",
                Set.of(
                        "ClientToken",
                        "DestinationDescription",
                        "DestinationImageName",
                        "DestinationRegionId",
                        "DryRun",
                        "EncryptAlgorithm",
                        "Encrypted",
                        "ImageId",
                        "KMSKeyId",
                        "RegionId",
                        "ResourceGroupId",
                        "Tag.N.Key",
                        "Tag.N.Value"),
                NAME,
                new CopyImage());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        Parameters parameters = call.parameters();
        String imageId = parameters.get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Image image = new Images(call, region).usable(imageId);
        Region destination = destination(call, region);
        ImageCopy copy = new ImageCopy(
                call, region, destination, TagFilter.of(parameters).tags());
        requireCopyable(call, image, region, destination);
        requireKeys(call, image, region, destination);
        copy.requireFreeName();
        Switches.endDryRun(parameters);
        ObjectNode answer = Answers.object();
        answer.put("ImageId", copy.make(image).id());
        return answer;
    }

    private static Region destination(Call call, Region region) throws ApiError {
        String id = call.parameters().find("DestinationRegionId").orElse(region.id());
        return call.world()
                .regions()
                .find(id)
                .orElseThrow(
                        () -> new ApiError(400, "DestinationRegion.NotFound", "The destination region not found."));
    }

    private static void requireCopyable(Call call, Image image, Region region, Region destination) throws ApiError {
        boolean own = image.isOwnedBy(call.caller().accountId());
        if (image.community() && !own) {
            throw new ApiError(400, "OperationDenied.CommunityImage", "Community image does not support copy.");
        }
        if (!image.status().equals("Available")) {
            throw new ApiError(400, "IncorrectImageStatus", "The image not available.");
        }
        if (!own && !region.equals(destination)) {
            throw new ApiError(
                    403,
                    "OperationDenied.SameRegionOnly",
                    "The image shared from others can not be copied to another region directly.");
        }
    }

    private static void requireKeys(Call call, Image image, Region region, Region destination) throws ApiError {
        boolean encrypted = Switches.isOn(call.parameters(), "Encrypted");
        if (call.parameters().find("KMSKeyId").isPresent() && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidParameter.EncryptedIllegal",
                    "The specified parameter Encrypted must be true when kmsKeyId is not empty.");
        }
        CrossAccountKeyCheck keys = new CrossAccountKeyCheck(call, region);
        if (keys.concerns(image) && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidParam.EncryptedMismatch",
                    "Creating encrypted disks with shared encrypted snapshots requires replacing encryption keys.");
        }
        keys.requireOwnKeys(List.of(new DiskRequest(encrypted, call.parameters().find("KMSKeyId"))), destination);
        keys.requireReadable(image);
    }
}
