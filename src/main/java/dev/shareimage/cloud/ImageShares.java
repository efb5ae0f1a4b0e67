package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Collection;
import java.util.List;

/** The direct share of an image with accounts. */
public interface ImageShares {

    /** How many accounts one call adds or removes; the cloud ignores the rest in silence. */
    int MAX_ACCOUNTS_PER_CALL = 10;

    /** Every account that has the image, read to the last page. */
    List<ImageShare> of(RegionId region, ImageId image) throws CloudException;

    /**
     * Shares the image with at most {@link #MAX_ACCOUNTS_PER_CALL} accounts; success says nothing about each of them, so
     * read back. Adding an account twice is harmless.
     *
     * @throws IllegalArgumentException for more accounts than a call takes, or none
     */
    void add(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException;

    /** Takes the share away from at most {@link #MAX_ACCOUNTS_PER_CALL} accounts, by the same rules. */
    void remove(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException;
}
