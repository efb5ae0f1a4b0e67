package dev.shareimage.cli.options;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how to reach the cloud. */
public final class CloudOptions {

    private static final String REGION = "--region";
    private static final String ALL_REGIONS = "--all-regions";

    private static final int MAX_ATTEMPTS_ALLOWED = 100;
    private static final int MAX_CONCURRENCY = 128;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_TIMEOUT_WAITING = Duration.ofMinutes(60);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private List<String> typed = List.of();

    @Option(
            names = REGION,
            paramLabel = "REGION,…",
            converter = RegionsConverter.class,
            completionCandidates = ListedRegions.class)
    private @Nullable List<RegionId> regions;

    @Option(names = ALL_REGIONS, arity = "0")
    private boolean allRegions;

    @Option(names = "--profile", paramLabel = "NAME")
    private @Nullable String profile;

    @Option(names = "--endpoint", paramLabel = "[PRODUCT=]URL", converter = EndpointsConverter.class)
    private List<String> endpoints = List.of();

    @Option(
            names = "--sandbox",
            paramLabel = "DIR",
            arity = "0..1",
            preprocessor = OptionalValue.AfterEquals.class,
            converter = SandboxConverter.class)
    private @Nullable Sandbox sandbox;

    @Option(names = "--timeout", paramLabel = "DURATION", converter = DurationText.Positive.class)
    private @Nullable Duration timeout;

    private boolean waiting;

    @Option(names = "--max-attempts", paramLabel = "N", converter = AttemptsConverter.class)
    private @Nullable Integer maxAttempts;

    @Option(names = "--concurrency", paramLabel = "N", converter = ConcurrencyConverter.class)
    private int concurrency = 16;

    @Option(names = "--settle", paramLabel = "DURATION", converter = DurationText.class)
    private Duration settle = Duration.ofSeconds(3);

    @Option(names = "--audit-log", paramLabel = "FILE", converter = FilePath.class)
    private @Nullable Path auditLog;

    /**
     * Uses the local cloud.
     *
     * @param directory the directory of its state, or empty for the default
     */
    public record Sandbox(Optional<Path> directory) {}

    /** The options of a command that tries each request once and does not wait. */
    public static CloudOptions withoutRetries(RegionId region, Duration timeout, int concurrency) {
        CloudOptions options = new CloudOptions();
        options.regions = List.of(region);
        options.timeout = timeout;
        options.maxAttempts = 1;
        options.concurrency = concurrency;
        options.settle = Duration.ZERO;
        return options;
    }

    /** The region from the option or the environment. The profile may name another one. */
    public Optional<RegionId> region() {
        return regions().stream().findFirst();
    }

    /** The requested regions, each once. */
    public List<RegionId> regions() {
        return regions == null ? List.of() : regions.stream().distinct().toList();
    }

    /** Whether all regions that the account can use are requested. */
    public boolean allRegions() {
        return allRegions && !(isTyped(REGION) && !isTyped(ALL_REGIONS));
    }

    /** The problems of the regions. */
    public List<Problem> problems() {
        return isTyped(REGION) && isTyped(ALL_REGIONS)
                ? List.of(Problem.of("usage.not-both", REGION, ALL_REGIONS))
                : List.of();
    }

    private boolean isTyped(String option) {
        return EnvironmentDefaults.isTyped(command, option);
    }

    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** Each {@code [PRODUCT=]URL}, in the given order. */
    public List<String> endpoints() {
        return List.copyOf(endpoints);
    }

    public Optional<Sandbox> sandbox() {
        return Optional.ofNullable(sandbox);
    }

    /** The time limit of the command, including retries and waits. */
    public Duration timeout() {
        return timeout != null ? timeout : waiting ? DEFAULT_TIMEOUT_WAITING : DEFAULT_TIMEOUT;
    }

    /** Gives a command that waits for images more time unless {@code --timeout} is given. */
    public void waitForImages() {
        waiting = true;
    }

    /** How often a request may be sent, including the first time; empty for the default. */
    public Optional<Integer> maxAttempts() {
        return Optional.ofNullable(maxAttempts);
    }

    /** The maximum number of concurrent requests. */
    public int concurrency() {
        return concurrency;
    }

    /** How long to wait before a written trust policy is read back. */
    public Duration settle() {
        return settle;
    }

    public Optional<Path> auditLog() {
        return Optional.ofNullable(auditLog);
    }

    /** The same options with this endpoint for everything and without a profile. */
    public CloudOptions withEndpoint(URI endpoint) {
        CloudOptions options = copy();
        options.endpoints = List.of(endpoint.toString());
        options.profile = null;
        options.sandbox = null;
        return options;
    }

    /** The same options with the credentials of another profile. */
    public CloudOptions withProfile(String name) {
        CloudOptions options = copy();
        options.profile = name;
        return options;
    }

    private CloudOptions copy() {
        CloudOptions options = new CloudOptions();
        options.regions = regions;
        options.allRegions = allRegions;
        options.profile = profile;
        options.endpoints = endpoints;
        options.sandbox = sandbox;
        options.timeout = timeout;
        options.waiting = waiting;
        options.maxAttempts = maxAttempts;
        options.concurrency = concurrency;
        options.settle = settle;
        options.auditLog = auditLog;
        return options;
    }

    /** Sets the arguments that were typed, of all options. */
    public void typed(List<String> arguments) {
        typed = List.copyOf(arguments);
    }

    /** The options that complete commands in messages. */
    public PastedCommands pasted(Optional<RegionId> where) {
        Optional<String> option = sandbox()
                .map(chosen ->
                        chosen.directory().map(path -> "--sandbox=" + path).orElse("--sandbox"));
        return new PastedCommands(profile(), where, endpoints(), option, typed);
    }

    static final class RegionsConverter extends ListConverter<RegionId> {
        @Override
        protected RegionId entry(String text) {
            return new RegionId(text);
        }
    }

    static final class EndpointsConverter extends ListConverter<String> {
        @Override
        protected String entry(String text) {
            Endpoints.of(List.of(text));
            return text;
        }
    }

    static final class SandboxConverter implements ITypeConverter<Sandbox> {
        @Override
        public Sandbox convert(String text) {
            return new Sandbox(OptionalValue.of(text).map(FilePath::parse));
        }
    }

    static final class AttemptsConverter extends WholeNumber {
        AttemptsConverter() {
            super(1, MAX_ATTEMPTS_ALLOWED);
        }
    }

    static final class ConcurrencyConverter extends WholeNumber {
        ConcurrencyConverter() {
            super(1, MAX_CONCURRENCY);
        }
    }
}
