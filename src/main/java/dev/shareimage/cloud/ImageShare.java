package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that has an image.
 *
 * @param sharedAt the time of the share, or null if the answer has no readable one
 */
public record ImageShare(AccountId account, @Nullable Instant sharedAt) {}
