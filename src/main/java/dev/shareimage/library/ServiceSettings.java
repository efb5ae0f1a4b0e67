package dev.shareimage.library;

import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a service is made from. Everything but the environment has the default of the command line. Not for several threads. */
public final class ServiceSettings {

    /** Where lists of regions are asked for by commands that need no region themselves. */
    private static final RegionId DEFAULT_REGION = new RegionId("cn-hangzhou");

    final Map<String, String> environment;
    final Path home;

    @Nullable
    String profile;

    Endpoints endpoints = Endpoints.vendor();
    RegionId region = DEFAULT_REGION;
    Duration timeout = Duration.ofMinutes(10);
    int maxAttempts = CallLimits.DEFAULT_ATTEMPTS;
    int concurrency = 16;
    Duration settle = Duration.ofSeconds(3);
    Optional<Path> lockFile = Optional.empty();
    String language = "en";
    UnaryOperator<Messages> messages = UnaryOperator.identity();
    String userAgent = "share-image";
    Consumer<String> trace = line -> {};
    CallListener listener = call -> {};
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new Random();
    RunClock.Sleeper sleeper = time -> Thread.sleep(time.toMillis());

    /**
     * @param environment what credentials and proxies are taken from, such as {@code System.getenv()}
     * @param home where {@code .aliyun} and {@code .alibabacloud} lie
     */
    public ServiceSettings(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** The profile of the credentials; null for the one that the environment or the files name. */
    public ServiceSettings profile(@Nullable String name) {
        profile = name;
        return this;
    }

    /**
     * Other addresses than the vendor's, each {@code URL} or {@code PRODUCT=URL}.
     *
     * @throws InvalidValueException for an unknown product, or an address that may not be used
     */
    public ServiceSettings endpoints(Collection<String> overrides) {
        endpoints = Endpoints.of(overrides);
        return this;
    }

    /** The region of requests that name none. */
    public ServiceSettings region(RegionId value) {
        region = value;
        return this;
    }

    /** For everything that the service does, from when it is opened. */
    public ServiceSettings timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** How often a call is sent at most, the first time included. */
    public ServiceSettings maxAttempts(int value) {
        maxAttempts = value;
        return this;
    }

    /** How many calls are made at once at most. */
    public ServiceSettings concurrency(int value) {
        concurrency = value;
        return this;
    }

    /** How long after a write of the trust policy another writer may still overwrite it. */
    public ServiceSettings settle(Duration value) {
        settle = value;
        return this;
    }

    /** The file by which runs on one machine take turns; without it they do not. */
    public ServiceSettings lockFile(Path file) {
        lockFile = Optional.of(file);
        return this;
    }

    /** Of findings and failures: {@code en}, {@code ja} or {@code zh}. */
    public ServiceSettings language(String value) {
        language = value;
        return this;
    }

    /** Changes the sentences of findings and failures, such as the commands in them. */
    public ServiceSettings messages(UnaryOperator<Messages> change) {
        messages = change;
        return this;
    }

    /** What requests say of the program that sends them. */
    public ServiceSettings userAgent(String value) {
        userAgent = value;
        return this;
    }

    /** Hears of each request in a line without secrets. */
    public ServiceSettings trace(Consumer<String> lines) {
        trace = lines;
        return this;
    }

    /** Hears of each call when it is over. */
    public ServiceSettings listener(CallListener calls) {
        listener = calls;
        return this;
    }

    /** How pauses are made, and which length between half and the whole they have. */
    public ServiceSettings pauses(RunClock.Sleeper pauses, RandomGenerator lengths) {
        sleeper = pauses;
        random = lengths;
        return this;
    }
}
