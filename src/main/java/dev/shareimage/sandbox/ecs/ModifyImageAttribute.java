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
import java.util.Optional;
import java.util.Set;

/** Changes an image's name, description or family, or deprecates it. Empty parameters change nothing. */
final class ModifyImageAttribute implements Action.Handler {

    private static final String NAME = "ecs:ModifyImageAttribute";
    private static final String AVAILABLE = "Available";
    private static final String DEPRECATED = "Deprecated";

    static Action action() {
        return new Action(
                "ModifyImageAttribute",
                Set.of(
                        "BootMode",
                        "Description",
                        "DryRun",
                        "Features.ImdsSupport",
                        "Features.NvmeSupport",
                        "ImageFamily",
                        "ImageId",
                        "ImageName",
                        "LicenseType",
                        "RegionId",
                        "Status"),
                NAME,
                new ModifyImageAttribute());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        Parameters parameters = call.parameters();
        String imageId = parameters.get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Images images = new Images(call, region);
        Image image = images.own(imageId);
        requireFinished(call, image);
        requireTexts(call, region, image);
        Optional<String> status = parameters.find("Status");
        if (status.isPresent()) {
            requireChange(images, image, status.get());
        }
        Switches.endDryRun(parameters);
        call.world().images().put(changed(image, parameters).withStatus(status.orElse(image.status())));
        return Answers.object();
    }

    private static Image changed(Image image, Parameters parameters) {
        return image.withDetails(
                parameters.find("ImageName").orElse(image.name()),
                parameters.find("Description").orElse(image.description()),
                parameters.find("ImageFamily").orElse(image.family()));
    }

    private static void requireFinished(Call call, Image image) throws ApiError {
        if (image.isBeingCopiedAt(call.now()) || image.status().equals("Creating")) {
            throw new ApiError(
                    403,
                    "InvalidStatus.ImageIsCreating",
                    "The operation cannot be performed because the image is creating. Please wait until the creation is"
                            + " complete and try again.");
        }
    }

    private static void requireTexts(Call call, Region region, Image image) throws ApiError {
        Parameters parameters = call.parameters();
        Optional<String> name = parameters.find("ImageName").filter(text -> !text.equals(image.name()));
        ImageNames.requireName(name, "The specified Image name is wrongly formed.");
        ImageNames.requireDescription(parameters.find("Description"), "The specified description is wrongly formed.");
        if (name.filter(new Images(call, region)::isTaken).isPresent()) {
            throw new ApiError(400, "InvalidImageName.Duplicated", "The specified Image name has already bean used.");
        }
        Optional<String> family = parameters.find("ImageFamily").filter(text -> !text.equals(image.family()));
        if (family.isPresent()) {
            new ImageFamilies(call, region).requireRoom(family.get());
        }
    }

    private static void requireChange(Images images, Image image, String status) throws ApiError {
        switch (status) {
            case DEPRECATED -> requireDeprecatable(images, image);
            case AVAILABLE -> {
                if (!image.status().equals(DEPRECATED)) {
                    throw new ApiError(
                            403, "ImageStatus.NotDeprecated", "The specified image status is not deprecated.");
                }
            }
            default ->
                throw new ApiError(400, "InvalidParameter.Status", "The specified parameter Status is not valid.");
        }
    }

    private static void requireDeprecatable(Images images, Image image) throws ApiError {
        if (!image.status().equals(AVAILABLE)) {
            throw new ApiError(403, "ImageStatus.NotAvailable", "The specified image status is not available.");
        }
        if (images.isShared(image)) {
            throw new ApiError(
                    403,
                    "ImageUseShared",
                    "The specified image has been shared to others, please remove shared accounts first.");
        }
    }
}
