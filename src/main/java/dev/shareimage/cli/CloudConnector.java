package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Connects to a cloud. Nothing is opened before it is needed. */
interface CloudConnector extends AutoCloseable {

    /**
     * The region of the profile, for a command without a region.
     *
     * @param language the language of failures
     * @throws CloudException if the profile cannot be used
     */
    Optional<RegionId> usualRegion(CloudOptions options, String language) throws CloudException;

    /**
     * Connects as the user.
     *
     * @throws UsageException if a named file cannot be used
     */
    ShareService service(Request request) throws UsageException;

    /**
     * Connects in a role that the credentials may assume. Called after {@link #service}.
     *
     * @param role its ARN
     */
    ShareService serviceIn(Request request, String role) throws UsageException;

    /** Whether the audit log has all calls; true if there is none. */
    boolean isLogged();

    @Override
    void close();

    /**
     * A request for the service.
     *
     * @param command the command, for the audit log
     * @param region the region; empty for commands about RAM, which is global
     * @param pasted completes the commands in findings and failures
     * @param language the language of findings and failures: {@code en}, {@code ja} or {@code zh}
     * @param trace gets a line for each request, without secrets
     * @param origin is told the origin of the credentials
     * @param progress is told how far a wait for images is
     */
    record Request(
            String command,
            CloudOptions options,
            Optional<RegionId> region,
            PastedCommands pasted,
            String language,
            Consumer<String> trace,
            Consumer<Supplier<String>> origin,
            Progress progress) {

        Request withOptions(CloudOptions others) {
            return new Request(command, others, region, pasted, language, trace, origin, progress);
        }

        /** The same, with commands for somebody who has other credentials. */
        Request forSomebodyElse() {
            return new Request(command, options, region, pasted.withoutProfile(), language, trace, origin, progress);
        }
    }
}
