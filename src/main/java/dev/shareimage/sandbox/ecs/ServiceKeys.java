package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.List;

/** The keys that ECS keeps for accounts that encrypt without naming a key. */
final class ServiceKeys {

    private ServiceKeys() {}

    /** The account's service key in a region. It is created when it is first used. */
    static KmsKey of(World world, String region, String accountId, Instant now) {
        return world.keys()
                .under(region)
                .filter(key -> key.accountId().equals(accountId) && key.isServiceKey())
                .findFirst()
                .orElseGet(() -> create(world, region, accountId, now));
    }

    private static KmsKey create(World world, String region, String accountId, Instant now) {
        KmsKey key = new KmsKey(
                region,
                world.newId("key-"),
                accountId,
                "Enabled",
                "ecs",
                null,
                List.of(KmsKey.ECS_SERVICE_ALIAS),
                List.of(),
                now,
                null,
                null,
                false,
                null);
        world.keys().put(key);
        return key;
    }
}
