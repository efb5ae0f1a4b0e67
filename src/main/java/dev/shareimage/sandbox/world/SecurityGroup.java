package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A security group. It has no rules, because the sandbox has no network. */
public record SecurityGroup(
        String region,
        String id,
        String ownerId,
        String name,
        @Nullable String vpcId,
        Instant created) implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }
}
