package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A limit that the vendor grants an account.
 *
 * @param accountId whose limit, or null for every account that has none of its own
 * @param region where it holds, or null for everywhere
 * @param code such as {@code q_shared-image-users}
 */
public record Quota(
        @Nullable String accountId,
        @Nullable String region,
        String product,
        String code,
        String name,
        String description,
        String unit,
        int total)
        implements Entity {

    @Override
    public String key() {
        return product + "/" + code + "/" + (region == null ? "*" : region) + "/"
                + (accountId == null ? "*" : accountId);
    }
}
