package dev.shareimage.cli;

import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.aliyun.AliyunCloud;
import dev.shareimage.cloud.aliyun.http.TrustedAuthorities;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.library.ServiceSettings;
import dev.shareimage.library.ShareServices;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Links code on a second thread beside the real command, on a cloud that sends nothing.
 *
 * <p>A JVM links code when it first runs it. For a share this takes about as long as two or three round trips, for one
 * call about as long as building the parser. A second processor is mostly idle then.
 */
public final class Warmup {

    /** What is run before the real command needs it. */
    enum Extent {
        NONE,
        /** One call: the client, its signature and the answer. All commands that call the cloud need this. */
        CALL,
        /** A first share, which a share and a manifest go through. For other commands it takes more time than it saves. */
        SHARE
    }

    private static final RegionId REGION = new RegionId("cn-hongkong");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int CALLS_AT_ONCE = 2;

    private static final Set<String> CALLERS =
            Set.of("create-role", "doctor", "export", "list-shares", "report", "set-trust", "unshare", "verify");

    /** With one of these a command calls nothing. */
    private static final Set<String> OFFLINE = Set.of("--help", "-h", "--version", "-V", "--print");

    /** With one of these the vendor's addresses, or the authorities of the Java runtime, are not used. */
    private static final Set<String> OTHER_ADDRESSES = Set.of("--endpoint", "--sandbox");

    private static final Set<String> OTHER_CONNECTIONS =
            Set.of("SHARE_IMAGE_ENDPOINT", "SHARE_IMAGE_SANDBOX", "SSL_CERT_FILE");

    private Warmup() {}

    /** Starts a thread for it if it is useful for the command and there is a second processor. */
    public static void beginFor(List<String> arguments, Map<String, String> environment) {
        Extent extent = Runtime.getRuntime().availableProcessors() > 1 ? extentFor(arguments) : Extent.NONE;
        if (extent != Extent.NONE) {
            Thread thread = new Thread(() -> quietly(extent, usesTls(arguments, environment)), "warmup");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, error) -> {});
            thread.start();
        }
    }

    static Extent extentFor(List<String> arguments) {
        CommandWord word = CommandWord.of(arguments);
        if (word.others().stream().anyMatch(OFFLINE::contains)) {
            return Extent.NONE;
        }
        boolean share = switch (word.command()) {
            case Commands.DEFAULT -> names(word, "--image-");
            case "apply" -> names(word, "-f") || names(word, "--file");
            default -> false;
        };
        if (share) {
            return Extent.SHARE;
        }
        return CALLERS.contains(word.command()) ? Extent.CALL : Extent.NONE;
    }

    /** Whether the command reaches the vendor's addresses, with the authorities of the Java runtime. */
    static boolean usesTls(List<String> arguments, Map<String, String> environment) {
        return environment.keySet().stream().noneMatch(OTHER_CONNECTIONS::contains)
                && arguments.stream().noneMatch(each -> OTHER_ADDRESSES.stream().anyMatch(each::startsWith));
    }

    private static boolean names(CommandWord word, String option) {
        return word.others().stream().anyMatch(argument -> argument.startsWith(option));
    }

    /** The order is that in which the command needs it. */
    private static void quietly(Extent extent, boolean tls) {
        try {
            annotations();
            call();
            if (tls) {
                TrustedAuthorities.warmUp();
            }
            if (extent == Extent.SHARE) {
                share();
            }
        } catch (UsageException | CloudException | GeneralSecurityException | SSLException | RuntimeException e) {
            // Failures are ignored: the command itself links the rest, and reports what is wrong.
        }
    }

    /**
     * Reads annotations of options, for which Java generates classes at each start. The parser begins with others.
     *
     * @return how many were read
     */
    static int annotations() {
        int count = 0;
        for (Class<?> type : List.of(OutputOptions.class, BaseCommand.class)) {
            for (Field field : type.getDeclaredFields()) {
                count += field.getDeclaredAnnotations().length;
            }
        }
        return count;
    }

    /** Returns the image that the call found. */
    static Optional<Image> call() throws CloudException {
        InstantSource clock = InstantSource.system();
        try (CallPool pool = new CallPool(1)) {
            return AliyunCloud.forWarmup(clock, pool, clock.instant().plus(TIMEOUT))
                    .images()
                    .find(REGION, AliyunCloud.WARMUP_IMAGE);
        }
    }

    /** Returns the exit code, as for any share. */
    static int share() throws UsageException, CloudException {
        try (Session session = new Session(
                Commands.DEFAULT,
                context(),
                options(),
                new Output(nowhere(), nowhere(), Terminal.NONE, OutputOptions.PLAIN),
                Messages.load("cli", OutputOptions.PLAIN.language()),
                (options, context) -> new WarmupConnector())) {
            return ShareCommand.run(
                    session,
                    SelectedImages.of(REGION, List.of(AliyunCloud.WARMUP_IMAGE)),
                    TargetQuery.ofAccounts(List.of(AliyunCloud.WARMUP_ACCOUNT)));
        }
    }

    private static Session.CommonOptions options() {
        return new Session.CommonOptions(
                CloudOptions.withoutRetries(REGION, TIMEOUT, CALLS_AT_ONCE),
                ChangeOptions.agreed(),
                new SafeguardOptions());
    }

    private static ProcessContext context() {
        return new ProcessContext(
                InputStream.nullInputStream(),
                nowhere(),
                nowhere(),
                Map.of(),
                Path.of(""),
                Path.of(""),
                Terminal.NONE,
                "");
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Connects to the cloud that sends nothing. */
    private static final class WarmupConnector implements CloudConnector {

        private @Nullable ShareServices services;

        @Override
        public Optional<RegionId> usualRegion(CloudOptions options, String language) {
            return options.region();
        }

        @Override
        public ShareService service(Request request) {
            services = ShareServices.forWarmup(new ServiceSettings(Map.of(), Path.of(""))
                    .region(REGION)
                    .timeout(request.options().timeout())
                    .concurrency(CALLS_AT_ONCE)
                    .settle(request.options().settle())
                    .sleeper(time -> {}, new Random())
                    .language(request.language()));
            return services.service();
        }

        @Override
        public ShareService serviceIn(Request request, String role) {
            return service(request);
        }

        @Override
        public boolean isLogged() {
            return true;
        }

        @Override
        public void close() {
            if (services != null) {
                services.close();
            }
        }
    }
}
