package dev.shareimage.domain.permission;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;

/**
 * What permissions are limited to.
 *
 * @param region empty for all
 * @param account whose users get the policy; empty for whichever it is attached in
 * @param images empty for all
 */
public record Scope(Optional<RegionId> region, Optional<AccountId> account, List<ImageId> images) {

    /** No limit. */
    public static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), List.of());

    public Scope {
        images = images.stream().distinct().toList();
    }
}
