package dev.shareimage.app.verify;

import dev.shareimage.app.Failure;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The images that an account has received.
 *
 * @param notes what could not be read
 * @param failure the first region that could not be read, or null
 */
public record ReceivedListing(
        List<RegionId> regions,
        AccountId account,
        List<ReceivedImage> images,
        List<String> notes,
        CallCount calls,
        @Nullable Failure failure) {

    public ReceivedListing {
        regions = List.copyOf(regions);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }
}
