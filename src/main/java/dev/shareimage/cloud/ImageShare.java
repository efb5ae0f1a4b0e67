package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that has an image.
 *
 * @param sharedAt since when, or null where the answer does not say or says it unreadably
 */
public record ImageShare(AccountId account, @Nullable Instant sharedAt) {}
