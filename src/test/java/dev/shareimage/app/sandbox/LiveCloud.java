package dev.shareimage.app.sandbox;

import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.aliyun.AliyunCloud;
import dev.shareimage.cloud.aliyun.AliyunSettings;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.domain.RegionId;
import dev.shareimage.library.ServiceSettings;
import dev.shareimage.library.ShareServices;
import dev.shareimage.sandbox.MoreImages;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.wire.CallLog;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamPolicy;
import dev.shareimage.sandbox.world.RamUser;
import dev.shareimage.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox, and services for any of its identities. */
final class LiveCloud implements AutoCloseable, AfterEachCallback {

    static final RegionId HONGKONG = new RegionId("cn-hongkong");
    static final String OWNER = Sandbox.OWNER;
    static final String MANAGER = "1000000000000009";
    static final String MANAGERS_IMAGE = "m-hk0manager000000001";

    private static final Set<String> WRITES = Set.of(
            "CreateRole",
            "UpdateRole",
            "AttachPolicyToRole",
            "ModifyImageSharePermission",
            "CreateResourceShare",
            "AssociateResourceShare",
            "DisassociateResourceShare",
            "DeleteResourceShare");

    private static final Map<String, String> PREFIXES = Map.of(
            "Ecs", "ecs",
            "Ram", "ram",
            "Kms", "kms",
            "quotas", "quotas",
            "ResourceSharing", "resourcesharing",
            "ResourceDirectoryMaster", "resourcemanager");

    private final Sandbox sandbox = Sandbox.inMemory();
    private final RunningSandbox running;
    private final List<ShareServices> opened = new ArrayList<>();

    /** Contains no files, so credentials come only from the environment. */
    private final Path home = Path.of("no-home");

    LiveCloud() {
        this.running = sandbox.start(0);
        change(world -> {
            world.setSettings(world.settings().withAssociations(0, null));
            world.images()
                    .put(MoreImages.like(
                            world.images()
                                    .find("cn-hongkong", "m-hk0plain00000000001")
                                    .orElseThrow(),
                            MANAGER,
                            MANAGERS_IMAGE));
        });
    }

    /** The service of the account that owns the images. */
    ShareService owner() {
        return service("LTAI5tSandboxOwner000001", "NotASecretSandboxOwner00000001");
    }

    /** The service of the account that manages the resource directory. */
    ShareService manager() {
        return service("LTAI5tSandboxManager0001", "NotASecretSandboxManager000001");
    }

    ShareService service(String accessKeyId, String secret) {
        ShareServices services = ShareServices.open(new ServiceSettings(
                        Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", accessKeyId, "ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret),
                        home)
                .endpoints(List.of(running.uri().toString()))
                .region(HONGKONG)
                .timeout(Duration.ofSeconds(120))
                .settle(Duration.ZERO)
                .sleeper(time -> Thread.sleep(Math.min(5, time.toMillis())), new Random(1))
                .userAgent("share-image/test"));
        opened.add(services);
        return services.service();
    }

    Cloud cloud(String accessKeyId, String secret, CallListener listener) {
        return new AliyunCloud(
                new AliyunSettings(
                        Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", accessKeyId, "ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret),
                        home,
                        null,
                        Endpoints.of(List.of(running.uri().toString())),
                        CallLimits.until(Instant.now().plusSeconds(120)),
                        line -> {},
                        listener,
                        Clock.systemUTC(),
                        "share-image/test"),
                new CallPool(4));
    }

    /** The service of a RAM user of an account with only this policy. */
    ShareService user(String account, String document) {
        change(world -> {
            Instant now = Instant.now();
            world.policies().put(new RamPolicy(account, "Custom", "Tried", null, document, now, now));
            world.users()
                    .put(new RamUser(
                            account,
                            "tried",
                            "200000000000000099",
                            List.of(new PolicyAttachment("Custom", "Tried", now))));
            world.accessKeys()
                    .put(new AccessKey("LTAI5tSandboxTried000001", "NotASecretTried", account, "tried", false));
        });
        return service("LTAI5tSandboxTried000001", "NotASecretTried");
    }

    void change(Consumer<World> work) {
        sandbox.store().<Boolean, RuntimeException>transact(world -> {
            work.accept(world);
            return true;
        });
    }

    /** The number of requests so far. */
    int requests() {
        return running.requests().size();
    }

    /** The calls after the first ones that change something. */
    List<String> writesAfter(int requests) {
        return actionsAfter(requests).stream().filter(WRITES::contains).toList();
    }

    List<String> actionsAfter(int requests) {
        List<CallLog.Entry> all = running.requests();
        return all.subList(requests, all.size()).stream()
                .map(CallLog.Entry::action)
                .toList();
    }

    /** The RAM actions of the requests after the first ones. Identity calls need none. */
    Set<String> permissionsAskedAfter(int requests) {
        List<CallLog.Entry> all = running.requests();
        Set<String> actions = new TreeSet<>();
        for (CallLog.Entry entry : all.subList(requests, all.size())) {
            if (!entry.product().equals("Sts")) {
                actions.add(PREFIXES.get(entry.product()) + ":" + entry.action());
            }
        }
        return actions;
    }

    /** The client of the user of {@link #user}. */
    RpcClient rpc() {
        return new RpcClient(running.uri(), "LTAI5tSandboxTried000001", "NotASecretTried");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        running.close();
        opened.forEach(ShareServices::close);
    }
}
