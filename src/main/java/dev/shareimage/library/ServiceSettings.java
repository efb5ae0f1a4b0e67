package dev.shareimage.library;

import dev.shareimage.app.Progress;
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

/** The settings of a service. All but the environment have the default of the command line. Not thread-safe. */
public final class ServiceSettings {

    /** The region whose endpoint lists the regions, for commands that need no region. */
    private static final RegionId DEFAULT_REGION = new RegionId("cn-hangzhou");

    final Map<String, String> environment;
    final Path home;

    @Nullable
    String profile;

    @Nullable
    String role;

    @Nullable
    String giver;

    Endpoints endpoints = Endpoints.vendor();
    RegionId region = DEFAULT_REGION;
    Duration timeout = Duration.ofMinutes(10);
    int maxAttempts = CallLimits.DEFAULT_ATTEMPTS;
    int maxThrottledAttempts = CallLimits.DEFAULT_THROTTLED_ATTEMPTS;
    int concurrency = CallLimits.DEFAULT_CONCURRENCY;
    Duration settle = Duration.ofSeconds(3);
    Optional<Path> lockFile = Optional.empty();
    String language = "en";
    UnaryOperator<Messages> messages = UnaryOperator.identity();
    String userAgent = "share-image";
    Consumer<String> trace = line -> {};
    CallListener listener = call -> {};
    Progress progress = Progress.SILENT;
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new Random();
    RunClock.Sleeper sleeper = time -> Thread.sleep(time.toMillis());

    /**
     * @param environment the variables for credentials and proxies, such as {@code System.getenv()}
     * @param home the directory that contains {@code .aliyun} and {@code .alibabacloud}
     */
    public ServiceSettings(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** Sets the profile of the credentials; null for the one that the environment or the files name. */
    public ServiceSettings profile(@Nullable String name) {
        profile = name;
        return this;
    }

    /** Sets the ARN of a role to assume with the credentials; null for none. */
    public ServiceSettings role(@Nullable String arn) {
        role = arn;
        return this;
    }

    /** Sets who put the credentials into the environment, for people; null for the user. */
    public ServiceSettings giver(@Nullable String name) {
        giver = name;
        return this;
    }

    /**
     * Sets other addresses than the vendor's, each {@code URL} or {@code PRODUCT=URL}.
     *
     * @throws InvalidValueException for an unknown product, or an address that may not be used
     */
    public ServiceSettings endpoints(Collection<String> overrides) {
        endpoints = Endpoints.of(overrides);
        return this;
    }

    /** Sets the region of requests that name none. */
    public ServiceSettings region(RegionId value) {
        region = value;
        return this;
    }

    /** Sets the time limit for everything that the service does after it is opened. */
    public ServiceSettings timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** Sets how often a call is sent at most, including the first time, throttled or not. */
    public ServiceSettings maxAttempts(int value) {
        maxAttempts = value;
        maxThrottledAttempts = value;
        return this;
    }

    /** Sets the maximum number of concurrent calls. */
    public ServiceSettings concurrency(int value) {
        concurrency = value;
        return this;
    }

    /** Sets the time after a write of the trust policy in which another writer may still overwrite it. */
    public ServiceSettings settle(Duration value) {
        settle = value;
        return this;
    }

    /** Sets the lock file that makes runs on one machine wait for each other. Without it they do not. */
    public ServiceSettings lockFile(Path file) {
        lockFile = Optional.of(file);
        return this;
    }

    /** Sets the language of findings and failures: {@code en}, {@code ja} or {@code zh}. */
    public ServiceSettings language(String value) {
        language = value;
        return this;
    }

    /** Changes the sentences of findings and failures, such as the commands in them. */
    public ServiceSettings messages(UnaryOperator<Messages> change) {
        messages = change;
        return this;
    }

    /** Sets what requests say about the program that sends them. */
    public ServiceSettings userAgent(String value) {
        userAgent = value;
        return this;
    }

    /** Sets a listener for each request. It gets one line without secrets. */
    public ServiceSettings trace(Consumer<String> lines) {
        trace = lines;
        return this;
    }

    /** Sets a listener for each completed call. */
    public ServiceSettings listener(CallListener calls) {
        listener = calls;
        return this;
    }

    /** Sets the receiver of progress while a request waits for images, before there is a proposal. */
    public ServiceSettings progress(Progress receiver) {
        progress = receiver;
        return this;
    }

    /** Sets how the service pauses, and the random part of a pause. */
    public ServiceSettings sleeper(RunClock.Sleeper value, RandomGenerator lengths) {
        sleeper = value;
        random = lengths;
        return this;
    }
}
