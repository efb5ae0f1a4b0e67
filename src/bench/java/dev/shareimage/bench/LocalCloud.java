package dev.shareimage.bench;

import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.fault.FaultPlan;
import dev.shareimage.sandbox.wire.CallLog;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageDisk;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.SeedWorld;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A sandbox with its own world in this process. */
final class LocalCloud implements AutoCloseable {

    static final String REGION = "cn-hongkong";
    static final String IMAGE = "m-hk0cmk0000000000001";

    private final Sandbox sandbox;
    private final RunningSandbox running;

    private LocalCloud(World world, String faults) {
        sandbox = Sandbox.of(world).withFaults(FaultPlan.parse(faults));
        running = sandbox.start(0);
    }

    /** A sandbox without latency, with an image that is shared with this number of accounts. */
    static LocalCloud sharedWith(int accounts) {
        World world = SeedWorld.create();
        Image image = world.images().find(REGION, IMAGE).orElseThrow();
        List<ImageShare> shares = new BulkWorld(List.of(REGION), 0, accounts)
                .accountIds().stream().map(account -> new ImageShare(account, Instant.EPOCH)).toList();
        world.images().put(image.withShares(shares));
        return new LocalCloud(world, "{}");
    }

    static LocalCloud with(Duration latency) {
        return with(SeedWorld.create(), latency);
    }

    static LocalCloud with(World world, Duration latency) {
        return new LocalCloud(world, plan(latency, ""));
    }

    /** Makes ECS throttle above a rate. */
    static LocalCloud throttling(World world, Duration latency, int callsPerSecond) {
        String limit = ",{\"product\":\"Ecs\",\"effect\":{\"type\":\"rate-limit\",\"perSecond\":" + callsPerSecond
                + ",\"burst\":" + callsPerSecond + "}}";
        return new LocalCloud(world, plan(latency, limit));
    }

    private static String plan(Duration latency, String more) {
        return "{\"rules\":[{\"effect\":{\"type\":\"latency\",\"millis\":" + latency.toMillis() + "}}" + more + "]}";
    }

    Map<String, String> environment() {
        return Programs.environment(sandbox.environment(running.uri()));
    }

    List<CallLog.Entry> requests() {
        return running.requests();
    }

    @Override
    public void close() {
        running.close();
    }

    /** The initial world with more encrypted images, each shared with a number of accounts. */
    static World worldOf(int images, int accountsOfEach) {
        World world = SeedWorld.create();
        Image image = world.images().find(REGION, IMAGE).orElseThrow();
        Snapshot snapshot = world.snapshots()
                .find(REGION, image.disks().get(0).snapshotId())
                .orElseThrow();
        List<ImageShare> shares = accounts(accountsOfEach).stream()
                .map(account -> new ImageShare(account, Instant.EPOCH))
                .toList();
        for (String id : imageIds(images)) {
            String snapshotId = id.replace("m-", "s-");
            world.snapshots().put(copy(snapshot, snapshotId));
            world.images().put(copy(image, id, snapshotId).withShares(shares));
        }
        return world;
    }

    static List<String> imageIds(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "m-hk0bench" + (100_000_000_000L + number))
                .toList();
    }

    /** Accounts of the initial world, at most 50. */
    static List<String> accounts(int count) {
        List<String> accounts = new ArrayList<>();
        for (long id = 2_000_000_000_000_002L; id <= 2_000_000_000_000_031L; id++) {
            accounts.add(Long.toString(id));
        }
        for (long id = 5_000_000_000_000_001L; id <= 5_000_000_000_000_020L; id++) {
            accounts.add(Long.toString(id));
        }
        return accounts.subList(0, count);
    }

    private static Image copy(Image image, String id, String snapshotId) {
        ImageDisk disk = image.disks().get(0);
        return new Image(
                image.region(),
                id,
                image.ownerId(),
                image.vendor(),
                id.replace("m-", "image-"),
                image.description(),
                image.family(),
                image.status(),
                image.community(),
                image.productCode(),
                image.copy(),
                image.hidesEncryption(),
                image.created(),
                List.of(new ImageDisk(disk.device(), disk.type(), disk.sizeGib(), snapshotId)),
                image.tags(),
                image.shares());
    }

    private static Snapshot copy(Snapshot snapshot, String id) {
        return new Snapshot(
                snapshot.region(),
                id,
                snapshot.ownerId(),
                snapshot.name(),
                snapshot.keyId(),
                snapshot.diskType(),
                snapshot.sizeGib(),
                snapshot.status(),
                snapshot.created(),
                snapshot.tags());
    }
}
