package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Trials;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;

/** A dry run passes for every existing image. */
record FakeTrials(CallScript script, FakeImages images) implements Trials {

    @Override
    public Optional<String> copy(RegionId region, ImageId image, Optional<KeyId> key) throws CloudException {
        return trial("CopyImage", region, image);
    }

    @Override
    public Optional<String> launch(RegionId region, Map<String, String> parameters) throws CloudException {
        return trial("RunInstances", region, new ImageId(parameters.get("ImageId")));
    }

    private Optional<String> trial(String call, RegionId region, ImageId image) throws CloudException {
        boolean there = script.play(call, image, () -> images.get(region, image).isPresent());
        if (!there) {
            throw new CloudException(
                    Kind.NOT_FOUND, call, "InvalidImageId.NotFound", "The specified ImageId does not exist.");
        }
        return Optional.empty();
    }
}
