package dev.shareimage.domain.permission;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;

/**
 * The limits of permissions.
 *
 * @param region the region; empty for all
 * @param account the account whose users get the policy; empty for the account that it is attached in
 * @param images the images; empty for all
 */
public record Scope(Optional<RegionId> region, Optional<AccountId> account, List<ImageId> images) {

    /** No limits. */
    public static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), List.of());

    public Scope {
        images = images.stream().distinct().toList();
    }
}
