package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * A quota of an account.
 *
 * @param accountId the account, or null for every account without its own value
 * @param region the region, or null for all
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
