package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.Collection;
import java.util.List;

/** Shares images directly with accounts. */
public interface ImageShares {

    /** The maximum number of accounts that one call adds or removes. The cloud silently ignores further ones. */
    int MAX_ACCOUNTS_PER_CALL = 10;

    /** All accounts that have the image, on all pages. */
    List<ImageShare> of(RegionId region, ImageId image) throws CloudException;

    /**
     * Shares the image with at most {@link #MAX_ACCOUNTS_PER_CALL} accounts. Success proves nothing about a single
     * account, so read back. Adding an account twice is harmless.
     *
     * @throws IllegalArgumentException for no accounts, or more than the maximum
     */
    void add(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException;

    /** Unshares the image from at most {@link #MAX_ACCOUNTS_PER_CALL} accounts, by the same rules. */
    void remove(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException;
}
