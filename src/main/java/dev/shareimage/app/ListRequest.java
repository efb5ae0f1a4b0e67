package dev.shareimage.app;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param images the images, or with {@code every} only the regions
 * @param every every image that the account has in the regions
 * @param sharedWith lists only the images of these accounts; empty for all
 * @param against the manifest with the ends of the shares, or null
 */
public record ListRequest(
        SelectedImages images,
        boolean every,
        List<AccountId> sharedWith,
        @Nullable Manifest against) {

    public ListRequest {
        sharedWith = List.copyOf(sharedWith);
    }

    /** Images without a restriction to accounts. */
    public ListRequest(SelectedImages images, boolean every) {
        this(images, every, List.of(), null);
    }

    /**
     * Images of one region.
     *
     * @param images empty for all
     */
    public ListRequest(RegionId region, List<ImageId> images) {
        this(SelectedImages.of(region, images), images.isEmpty());
    }

    /** Every image of the regions, at least one. */
    public static ListRequest everyImageOf(List<RegionId> regions) {
        return new ListRequest(new SelectedImages(regions, List.of(), Map.of(), List.of(), Map.of()), true);
    }

    /** The same images, but only those that one of the accounts has. */
    public ListRequest sharedWith(List<AccountId> accounts) {
        return new ListRequest(images, every, accounts, against);
    }

    /** The same, with the last day of each share that has an end in the manifest. */
    public ListRequest against(@Nullable Manifest manifest) {
        return new ListRequest(images, every, sharedWith, manifest);
    }
}
