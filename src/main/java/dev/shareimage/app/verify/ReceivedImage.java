package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image that the account has received.
 *
 * @param owner null if the answer has none
 * @param encrypted null if the answer does not say
 * @param through {@code account} or {@code resource-share}, or null if it is not known; the recipient cannot see
 *     whether a resource share names a directory, a folder or the account
 * @param resourceShareId null unless it came through one
 * @param since the time when it was added to the resource share, or null if it is not known; only the owner sees
 *     the time of a direct share
 */
public record ReceivedImage(
        RegionId region,
        ImageId id,
        String name,
        @Nullable AccountId owner,
        String state,
        @Nullable Boolean encrypted,
        @Nullable String through,
        @Nullable String resourceShareId,
        @Nullable Instant since) {}
