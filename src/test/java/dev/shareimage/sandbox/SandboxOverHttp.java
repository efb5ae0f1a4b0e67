package dev.shareimage.sandbox;

import dev.shareimage.sandbox.fault.FaultPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A running sandbox with a clock that the test moves, and its callers over HTTP. */
public final class SandboxOverHttp implements AutoCloseable {

    public static final String REGION = "cn-hongkong";
    public static final String SHARING = "2020-01-10";
    public static final String DIRECTORY = "2022-04-19";
    public static final String KMS = "2016-01-20";
    public static final String QUOTAS = "2020-05-10";

    private final Ticking clock = new Ticking();
    private final RunningSandbox running =
            Sandbox.inMemory().withClock(clock).withControl().start(0);

    public final RpcClient owner = RpcClient.owner(running.uri());
    public final RpcClient manager = client("Manager0001", "Manager000001");
    public final RpcClient recipient = client("Recv0000002", "Recv000000002");
    public final RpcClient sibling = client("Recv0000012", "Recv000000012");
    public final RpcClient outsider = client("Recv0000027", "Recv000000027");

    /** An account of 2000000000000002 to 2000000000000031, by its last two digits. */
    public RpcClient account(int number) {
        return client("Recv%07d".formatted(number), "Recv%09d".formatted(number));
    }

    /** A client whose keys end with this text. */
    public RpcClient user(String keyEnd, String secretEnd) {
        return client(keyEnd, secretEnd);
    }

    /** Moves the clock without waiting, by at most 15 minutes in all, because requests carry the true time. */
    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Sets the fault plan, which is written with single quotes. */
    public void follow(String plan) {
        running.follow(FaultPlan.parse(plan.replace('\'', '"')));
    }

    /** A call of Resource Sharing in the region of the images. */
    public RpcAnswer sharing(RpcClient client, String action, String... parameters) {
        return client.get(SHARING, action, inRegion(parameters));
    }

    /** A call of ECS in the region of the images. */
    public RpcAnswer ecs(RpcClient client, String action, String... parameters) {
        return client.ecs(action, inRegion(parameters));
    }

    /** The result of a dry run of a launch from an image. The image's name in the error tells why it fails. */
    public String launch(RpcClient client, String imageId) {
        return ecs(client, "RunInstances", "ImageId", imageId, "InstanceType", "ecs.g7.large", "DryRun", "true")
                .outcome();
    }

    @Override
    public void close() {
        running.close();
    }

    private RpcClient client(String keyEnd, String secretEnd) {
        return new RpcClient(running.uri(), "LTAI5tSandbox" + keyEnd, "NotASecretSandbox" + secretEnd);
    }

    private static String[] inRegion(String... parameters) {
        List<String> all = new ArrayList<>(List.of("RegionId", REGION));
        all.addAll(List.of(parameters));
        return all.toArray(String[]::new);
    }

    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
