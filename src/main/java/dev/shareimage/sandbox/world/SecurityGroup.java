package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A security group: here a name only, for no packets are sent. */
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
