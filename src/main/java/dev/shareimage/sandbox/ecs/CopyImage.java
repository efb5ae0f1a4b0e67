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
import java.util.Optional;
import java.util.Set;

/** Copies an image within a region or to another. Shares and families are not copied. */
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
        Parameters parameters = call.parameters();
        Region region = source(call);
        String imageId = parameters.get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Region destination = destination(call, region);
        ImageCopy copy = new ImageCopy(call, region, destination, TagList.of(parameters));
        Optional<Image> repeated = copy.repeated();
        if (repeated.isPresent()) {
            return answer(repeated.get());
        }
        Image image = new Images(call, region).usable(imageId);
        requireCopyable(call, image, region, destination);
        requireNames(parameters);
        requireNoGroup(parameters);
        requireKeys(call, image, region, destination);
        copy.requireRoom();
        Switches.endDryRun(parameters);
        return answer(copy.make(image));
    }

    private static ObjectNode answer(Image image) {
        return Answers.object().put("ImageId", image.id());
    }

    private static Region source(Call call) throws ApiError {
        return call.world()
                .regions()
                .find(call.parameters().get("RegionId"))
                .orElseThrow(() -> new ApiError(400, "SourceRegion.NotFound", "The source region not found."));
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

    private static void requireNames(Parameters parameters) throws ApiError {
        ImageNames.requireName(
                parameters.find("DestinationImageName"), "The specified destination image name is wrongly formed.");
        ImageNames.requireDescription(
                parameters.find("DestinationDescription"), "The specified destination description is wrongly formed.");
    }

    /** There are no resource groups here. */
    private static void requireNoGroup(Parameters parameters) throws ApiError {
        if (parameters.find("ResourceGroupId").isPresent()) {
            throw new ApiError(
                    404, "InvalidResourceGroup.NotFound", "The ResourceGroup provided does not exist in our records.");
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
        Encryption.requireAlgorithm(encrypted, call.parameters().find("EncryptAlgorithm"));
        CrossAccountKeyCheck keys = new CrossAccountKeyCheck(call, region);
        if (keys.concerns(image) && !encrypted) {
            throw new ApiError(
                    400,
                    "InvalidParam.EncryptedMismatch",
                    "Creating encrypted disks with shared encrypted snapshots requires replacing encryption keys.");
        }
        keys.requireOwnKeys(
                List.of(new DiskRequest(
                        encrypted, Optional.empty(), call.parameters().find("KMSKeyId"))),
                destination,
                403);
        keys.requireReadable(image);
    }
}
