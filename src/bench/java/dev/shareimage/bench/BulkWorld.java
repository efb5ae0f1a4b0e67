package dev.shareimage.bench;

import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.Quota;
import dev.shareimage.sandbox.world.SeedWorld;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A world with more images and accounts than the initial one. The images are not encrypted, because all encrypted
 * images share one trust policy, which holds about fifty accounts.
 *
 * @param images the number of images in each region
 */
record BulkWorld(List<String> regions, int images, int accounts) {

    private static final String OWNER = "1000000000000001";
    private static final long FIRST_ACCOUNT = 7_000_000_000_000_001L;
    private static final int MORE_THAN_ENOUGH = 1_000_000;

    World create() {
        World world = SeedWorld.create();
        accountIds().forEach(id -> world.accounts().put(new Account(id, "bulk", null, "international", true)));
        world.quotas()
                .put(new Quota(
                        OWNER,
                        null,
                        "ecs",
                        "q_user-per-image-shared-user-count",
                        "Accounts that an image may be shared with",
                        "",
                        "Count",
                        MORE_THAN_ENOUGH));
        for (String region : regions) {
            imageIds(region).forEach(id -> put(world, region, id));
        }
        return world;
    }

    /** The same, with each image shared with all accounts. */
    World sharedWorld() {
        World world = create();
        List<ImageShare> shares = accountIds().stream()
                .map(account -> new ImageShare(account, Instant.EPOCH))
                .toList();
        for (String region : regions) {
            for (String id : imageIds(region)) {
                world.images().put(world.images().find(region, id).orElseThrow().withShares(shares));
            }
        }
        return world;
    }

    /** All targets of the images. */
    List<String> accountIds() {
        return LongStream.range(FIRST_ACCOUNT, FIRST_ACCOUNT + accounts)
                .mapToObj(Long::toString)
                .toList();
    }

    List<String> imageIds(String region) {
        return IntStream.range(0, images)
                .mapToObj(number -> "m-bulk-" + region + "-" + number)
                .toList();
    }

    /** A manifest with all images for all accounts. */
    String manifest() {
        String everybody = "[\"" + String.join("\", \"", accountIds()) + "\"]";
        StringBuilder yaml = new StringBuilder("schemaVersion: 1\nregions:\n");
        for (String region : regions) {
            yaml.append("  - id: ").append(region).append("\n    images:\n");
            imageIds(region).forEach(id -> yaml.append("      - id: ")
                    .append(id)
                    .append("\n        accounts: ")
                    .append(everybody)
                    .append('\n'));
        }
        return yaml.toString();
    }

    private static void put(World world, String region, String id) {
        String snapshot = id.replace("m-", "s-");
        world.snapshots()
                .put(new Snapshot(
                        region, snapshot, OWNER, id, null, "system", 40, "accomplished", Instant.EPOCH, List.of()));
        world.images()
                .put(new Image(
                        region,
                        id,
                        OWNER,
                        null,
                        id,
                        null,
                        null,
                        "Available",
                        false,
                        null,
                        null,
                        false,
                        Instant.EPOCH,
                        List.of(new ImageDisk("/dev/xvda", "system", 40, snapshot)),
                        List.of(),
                        List.of()));
    }
}
