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
 * @param key the recipient's key; empty for any usable key of the recipient
 * @param trials whether to make dry runs, which need more than read permissions
 * @param visitor whether the caller is another identity than the one that launches, so that a permission that the
 *     caller lacks prevents a check but no launch
 * @param forOwner completes commands that the owner has to run
 * @param owners the findings of the owner's side, if it was checked
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

    /** The same request for these images. */
    public VerifyRequest of(List<ImageId> others) {
        return new VerifyRequest(region, others, key, launch, trials, visitor, forOwner, owners);
    }

    /** The same request with the findings of the owner's side. */
    public VerifyRequest after(List<Diagnosis> found) {
        return new VerifyRequest(region, images, key, launch, trials, visitor, forOwner, found);
    }
}
