package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image that the account has received.
 *
 * @param owner null where the cloud does not say
 * @param encrypted null where the cloud does not say
 * @param through {@code account} or {@code resource-share}, or null where it cannot be known; of a resource share, nobody
 *     tells the recipient whether it names a directory, a folder or the account
 * @param resourceShareId null unless it came through one
 * @param since when it was put into the resource share, or null where it cannot be known: of a direct share the cloud tells
 *     the owner alone
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
