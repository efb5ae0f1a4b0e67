package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The way to a cloud; nothing is opened before it is needed. */
public interface CloudConnector extends AutoCloseable {

    /**
     * The region that the profile names, for a command that was given none.
     *
     * @param language of failures
     * @throws CloudException when the profile cannot be used
     */
    Optional<RegionId> usualRegion(CloudOptions options, String language) throws CloudException;

    /**
     * What the commands do with the cloud.
     *
     * @throws UsageException when a file that was named cannot be used
     */
    ShareService service(Request request) throws UsageException;

    /** Whether all that was done stands in the audit log, where one was asked for. */
    boolean isLogged();

    @Override
    void close();

    /**
     * What is asked for.
     *
     * @param command for whoever keeps a record
     * @param region empty for commands about RAM alone, which is global
     * @param pasted completes the commands that findings and failures propose
     * @param language of findings and failures: {@code en}, {@code ja} or {@code zh}
     * @param trace hears of each request, without its secrets
     * @param origin hears where the credentials come from
     */
    record Request(
            String command,
            CloudOptions options,
            Optional<RegionId> region,
            PastedCommands pasted,
            String language,
            Consumer<String> trace,
            Consumer<Supplier<String>> origin) {

        Request withOptions(CloudOptions others) {
            return new Request(command, others, region, pasted, language, trace, origin);
        }
    }
}
