package dev.shareimage.app.verify;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to verify.
 *
 * @param key of the recipient; empty for whichever of their own is usable
 * @param trials whether the cloud is asked what it would do, which takes more than reading permissions
 * @param visitor whether the caller only looks and is not who launches, so that a permission that the caller lacks
 *     prevents a check and no launch
 * @param forOwner completes commands that the owner has to run
 * @param owners what the owner's half found, where it was looked at
 */
public record VerifyRequest(
        RegionId region,
        List<ImageId> images,
        Optional<KeyId> key,
        LaunchSpec launch,
        boolean trials,
        boolean visitor,
        UnaryOperator<String> forOwner,
        List<Diagnosis> owners) {

    public VerifyRequest {
        images = images.stream().distinct().toList();
        owners = List.copyOf(owners);
    }

    /** The same about these images. */
    public VerifyRequest of(List<ImageId> others) {
        return new VerifyRequest(region, others, key, launch, trials, visitor, forOwner, owners);
    }

    /** The same with what the owner's half found. */
    public VerifyRequest after(List<Diagnosis> found) {
        return new VerifyRequest(region, images, key, launch, trials, visitor, forOwner, found);
    }
}
