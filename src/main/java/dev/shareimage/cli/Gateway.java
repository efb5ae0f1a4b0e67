package dev.shareimage.cli;

import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import java.util.Optional;
import java.util.function.Consumer;

/** The way to a cloud; nothing is opened before it is needed. */
public interface Gateway extends AutoCloseable {

    /** The region that the profile names, for a command that was given none. */
    Optional<RegionId> usualRegion(CloudOptions options);

    /**
     * What the commands do with the cloud.
     *
     * @param region empty for commands about RAM alone, which is global
     * @param trace hears of each request, without its secrets
     * @throws UsageException when a file that was named cannot be used
     */
    ShareService service(CloudOptions options, Optional<RegionId> region, Consumer<String> trace)
            throws UsageException, CloudException;

    @Override
    void close();
}
