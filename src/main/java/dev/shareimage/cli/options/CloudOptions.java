package dev.shareimage.cli.options;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.cloud.aliyun.Endpoints;
import dev.shareimage.domain.RegionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the cloud is reached.
 *
 * @param region as asked for by option or environment; the profile may name one besides
 * @param endpoints each {@code [PRODUCT=]URL}, in the order given
 * @param timeout for everything that a command does, retries and waits included
 * @param maxAttempts for one request, the first included
 * @param concurrency how many requests may be under way at once
 * @param settle how long to wait before a trust policy that was written is read back
 */
public record CloudOptions(
        Optional<RegionId> region,
        Optional<String> profile,
        List<String> endpoints,
        Optional<Sandbox> sandbox,
        Duration timeout,
        int maxAttempts,
        int concurrency,
        Duration settle,
        Optional<Path> auditLog) {

    /**
     * The local cloud instead of the real one.
     *
     * @param directory where its state is kept, unless in the usual place
     */
    public record Sandbox(Optional<Path> directory) {}

    static final OptionDeclaration REGION = OptionDeclaration.value("REGION", "--region");
    static final OptionDeclaration PROFILE = OptionDeclaration.value("NAME", "--profile");
    static final OptionDeclaration ENDPOINT = OptionDeclaration.list("[PRODUCT=]URL", "--endpoint");
    static final OptionDeclaration SANDBOX = OptionDeclaration.optionalValue("DIR", "--sandbox");
    static final OptionDeclaration TIMEOUT = OptionDeclaration.value("DURATION", "--timeout");
    static final OptionDeclaration MAX_ATTEMPTS = OptionDeclaration.value("N", "--max-attempts");
    static final OptionDeclaration CONCURRENCY = OptionDeclaration.value("N", "--concurrency");
    static final OptionDeclaration SETTLE = OptionDeclaration.value("DURATION", "--settle");
    static final OptionDeclaration AUDIT_LOG = OptionDeclaration.value("FILE", "--audit-log");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup(
            "cloud",
            List.of(REGION, PROFILE, ENDPOINT, SANDBOX, TIMEOUT, MAX_ATTEMPTS, CONCURRENCY, SETTLE, AUDIT_LOG));

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_SETTLE = Duration.ofSeconds(3);
    private static final int DEFAULT_ATTEMPTS = 6;
    private static final int DEFAULT_CONCURRENCY = 16;
    private static final int MAX_ATTEMPTS_ALLOWED = 100;
    private static final int MAX_CONCURRENCY = 128;

    /** The options as they were given. */
    public static CloudOptions read(OptionValues values) throws UsageException {
        return new CloudOptions(
                values.value(REGION, RegionId::new)
                        .or(() -> values.variable("ALIBABA_CLOUD_REGION_ID", RegionId::new))
                        .or(() -> values.variable("ALIBABACLOUD_REGION_ID", RegionId::new))
                        .or(() -> values.variable("ALICLOUD_REGION_ID", RegionId::new)),
                values.value(PROFILE),
                values.list(ENDPOINT, CloudOptions::endpoint),
                values.given(SANDBOX)
                        ? Optional.of(new Sandbox(values.value(SANDBOX, FilePath::parse)))
                        : Optional.empty(),
                values.value(TIMEOUT, DurationText::parsePositive).orElse(DEFAULT_TIMEOUT),
                values.value(MAX_ATTEMPTS, WholeNumber.between(1, MAX_ATTEMPTS_ALLOWED))
                        .orElse(DEFAULT_ATTEMPTS),
                values.value(CONCURRENCY, WholeNumber.between(1, MAX_CONCURRENCY))
                        .orElse(DEFAULT_CONCURRENCY),
                values.value(SETTLE, DurationText::parse).orElse(DEFAULT_SETTLE),
                values.value(AUDIT_LOG, FilePath::parse));
    }

    /** The same, but that everything goes there and no profile has a say. */
    public CloudOptions withEndpoint(URI endpoint) {
        return new CloudOptions(
                region,
                Optional.empty(),
                List.of(endpoint.toString()),
                Optional.empty(),
                timeout,
                maxAttempts,
                concurrency,
                settle,
                auditLog);
    }

    /** What commands are completed with that a message proposes. */
    public PastedCommands pasted(Optional<RegionId> where) {
        Optional<String> option = sandbox.map(
                chosen -> chosen.directory().map(path -> "--sandbox=" + path).orElse("--sandbox"));
        return new PastedCommands(profile, where, endpoints, option);
    }

    private static String endpoint(String text) {
        Endpoints.of(List.of(text));
        return text;
    }
}
