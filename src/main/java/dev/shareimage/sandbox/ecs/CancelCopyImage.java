package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageCopying;
import dev.shareimage.sandbox.world.Region;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends a copy that is not complete, and removes the incomplete image. */
final class CancelCopyImage implements Action.Handler {

    private static final String NAME = "ecs:CancelCopyImage";

    static Action action() {
        return new Action("CancelCopyImage", Set.of("ImageId", "RegionId"), NAME, new CancelCopyImage());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        String imageId = call.parameters().get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Images images = new Images(call, region);
        Image image = images.own(imageId);
        requireUnfinished(image.copy(), call);
        images.removeWithSnapshots(image);
        return Answers.object();
    }

    private static void requireUnfinished(@Nullable ImageCopying copy, Call call) throws ApiError {
        if (copy == null) {
            throw new ApiError(
                    400, "ImageCreatedNotFromCopy", "The specified image is not the target image of a copy action.");
        }
        if (copy.isOverAt(call.now())) {
            throw new ApiError(
                    400,
                    "IncorrectImageStatus",
                    copy.fails() ? "The Image copy has been failed." : "The image is copied finished.");
        }
    }
}
