package dev.shareimage.sandbox;

import dev.shareimage.sandbox.control.ControlHandler;
import dev.shareimage.sandbox.control.ControlRouter;
import dev.shareimage.sandbox.control.PageHandler;
import dev.shareimage.sandbox.control.RequestLog;
import dev.shareimage.sandbox.fault.FaultPlan;
import dev.shareimage.sandbox.fault.Faults;
import dev.shareimage.sandbox.http.HttpHandler;
import dev.shareimage.sandbox.http.HttpServer;
import dev.shareimage.sandbox.iam.WorldIdentities;
import dev.shareimage.sandbox.wire.RpcServer;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.FileWorldStore;
import dev.shareimage.sandbox.world.MemoryWorldStore;
import dev.shareimage.sandbox.world.SeedWorld;
import dev.shareimage.sandbox.world.Settings;
import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.WorldStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A local cloud that can be started.
 *
 * <p>It speaks the cloud's wire protocol on loopback. It decides as the cloud does, as far as that is documented. A
 * passed test proves nothing about the real cloud.
 */
public final class Sandbox {

    /** The region of calls that name none. */
    public static final String DEFAULT_REGION = "cn-hongkong";

    /** The account that owns the images of the initial world. */
    public static final String OWNER = "1000000000000001";

    private final WorldStore store;
    private Clock clock = Clock.systemUTC();
    private Optional<FaultPlan> faultPlan = Optional.empty();
    private boolean controllable;
    private Consumer<String> requestLines = line -> {};

    private Sandbox(WorldStore store) {
        this.store = store;
    }

    /**
     * A sandbox with a world in a directory, which all processes that open it share.
     *
     * @param stateDirectory created if it is missing, with the initial world
     */
    public static Sandbox open(Path stateDirectory) {
        return new Sandbox(new FileWorldStore(stateDirectory, SeedWorld::create));
    }

    /** Resets the world in a directory to the initial one, for all processes that have it open. */
    public static void reset(Path stateDirectory) {
        new FileWorldStore(stateDirectory, SeedWorld::create).reset();
    }

    /**
     * The environment of a program that uses a running sandbox as the account that owns the images.
     *
     * @param uri the address of the running sandbox
     */
    public Map<String, String> environment(URI uri) {
        AccessKey owner = store.<AccessKey, RuntimeException>transact(Sandbox::ownerKey);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", owner.id());
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", owner.secret());
        environment.put("ALIBABA_CLOUD_REGION_ID", DEFAULT_REGION);
        environment.put("SHARE_IMAGE_ENDPOINT", uri.toString());
        return environment;
    }

    /**
     * The same for another identity.
     *
     * @param identity an account's id, or a user of it as {@code ACCOUNT/USER}
     * @return empty if the world has no key of that identity
     */
    public Optional<Map<String, String>> environment(URI uri, String identity) {
        int slash = identity.indexOf('/');
        String account = slash < 0 ? identity : identity.substring(0, slash);
        String user = slash < 0 ? "" : identity.substring(slash + 1);
        Optional<AccessKey> key =
                store.<Optional<AccessKey>, RuntimeException>transact(world -> world.accessKeys().stream()
                        .filter(each -> each.accountId().equals(account)
                                && Objects.toString(each.userName(), "").equals(user))
                        .findFirst());
        return key.map(found -> {
            Map<String, String> environment = new LinkedHashMap<>(environment(uri));
            environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", found.id());
            environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", found.secret());
            return environment;
        });
    }

    /** A sandbox with the initial world, which ends with the process. */
    public static Sandbox inMemory() {
        return of(SeedWorld.create());
    }

    /** A sandbox with this world, which ends with the process. */
    public static Sandbox of(World world) {
        return new Sandbox(new MemoryWorldStore(world));
    }

    /** Sets the clock; the default is the true time. */
    public Sandbox withClock(Clock otherClock) {
        clock = otherClock;
        return this;
    }

    /** Sets the faults from the start. */
    public Sandbox withFaults(FaultPlan plan) {
        faultPlan = Optional.of(plan);
        return this;
    }

    /** Opens the control address {@code /_sandbox/}, which changes faults and shows requests. */
    public Sandbox withControl() {
        controllable = true;
        return this;
    }

    /** @param lines receives every request as a line of JSON, from one thread at a time */
    public Sandbox withRequestLog(Consumer<String> lines) {
        requestLines = lines;
        return this;
    }

    private static AccessKey ownerKey(World world) {
        return world.accessKeys().stream()
                .filter(key -> key.accountId().equals(OWNER) && key.userName() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this world has no key of account " + OWNER));
    }

    /** The world, for reading and changing it without the protocol. */
    public WorldStore store() {
        return store;
    }

    /**
     * Starts to listen on 127.0.0.1.
     *
     * @param port 0 to 65535; 0 for any free port
     * @throws java.io.UncheckedIOException if the port is in use, or if the state cannot be read
     */
    public RunningSandbox start(int port) {
        // A state that cannot be read is told at the start, and not with the first call.
        store.<Settings, RuntimeException>transact(World::settings);
        Faults faults = new Faults();
        faultPlan.ifPresent(faults::follow);
        RequestLog log = new RequestLog(requestLines);
        RpcServer server =
                new RpcServer(Products.catalog(), store, new WorldIdentities(), faults, log, clock, DEFAULT_REGION);
        Optional<HttpHandler> control =
                controllable ? Optional.of(new ControlHandler(store, faults, log)) : Optional.empty();
        PageHandler page = new PageHandler(store, log, clock, controllable);
        return new RunningSandbox(HttpServer.start(port, new ControlRouter(server, page, control)), faults, log);
    }
}
