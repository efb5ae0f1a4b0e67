package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.World;
import java.util.Set;

/** Deletes an image that is not shared. */
final class DeleteImage implements Action.Handler {

    private static final String NAME = "ecs:DeleteImage";

    static Action action() {
        return new Action("DeleteImage", Set.of("DryRun", "Force", "ImageId", "RegionId"), NAME, new DeleteImage());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        String imageId = call.parameters().get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Images images = new Images(call, region);
        Image image = images.own(imageId);
        if (isBeingCopied(call, image)) {
            throw new ApiError(403, "OperationDenied.ImageCopying", "The Image is coping.");
        }
        if (image.community()) {
            throw new ApiError(403, "ImageIsPublic", "You can not delete public image, please modify it to private.");
        }
        if (images.isShared(image)) {
            throw new ApiError(403, "ImageUseShared", "The specified image has been shared to others.");
        }
        if (!Switches.isOn(call.parameters(), "Force") && isRunning(call.world(), image)) {
            throw new ApiError(403, "ImageUsingByInstance", "The specified image has been used to create instances.");
        }
        Switches.endDryRun(call.parameters());
        call.world().images().remove(image);
        return Answers.object();
    }

    /** Whether the image is a copy that is not finished, or the source of one. */
    private static boolean isBeingCopied(Call call, Image image) {
        return image.isBeingCopiedAt(call.now())
                || call.world().images().stream()
                        .anyMatch(other -> other.isBeingCopiedAt(call.now()) && other.isCopyOf(image));
    }

    private static boolean isRunning(World world, Image image) {
        return world.instances()
                .under(image.region())
                .anyMatch(instance -> instance.imageId().equals(image.id()));
    }
}
