package dev.shareimage.cli;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.ProgressView;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with; nothing is loaded, read or opened before it is needed. */
final class Session implements AutoCloseable {

    private final String command;
    private final ProcessContext context;
    private final CommonOptions options;
    private final Output output;
    private final Messages messages;
    private final CloudConnectors gateways;
    private @Nullable CloudConnector gateway;
    private @Nullable RegionId chosenRegion;
    private Optional<InputStream> keyboard = Optional.empty();

    /** The options that every command takes. */
    record CommonOptions(CloudOptions cloud, ChangeOptions change, SafeguardOptions safeguards) {}

    Session(
            String command,
            ProcessContext context,
            CommonOptions options,
            Output output,
            Messages messages,
            CloudConnectors gateways) {
        this.command = command;
        this.context = context;
        this.options = options;
        this.output = output;
        this.messages = messages;
        this.gateways = gateways;
    }

    /** The name of the command that runs. */
    String command() {
        return command;
    }

    ProcessContext context() {
        return context;
    }

    Output output() {
        return output;
    }

    Messages messages() {
        return messages;
    }

    CommonOptions options() {
        return options;
    }

    /** Lets the terminal itself be asked at: a list was read from standard input. */
    void inputIsTaken() {
        if (keyboard.isEmpty() && context.terminal().error()) {
            keyboard = context.terminal().device().keyboard();
        }
    }

    /** Where a person answers; empty where nobody can be asked. */
    Optional<InputStream> keyboard() {
        return context.terminal().input() ? Optional.of(context.in()) : keyboard;
    }

    Progress progress() {
        return ProgressView.of(
                output, context.terminal(), Pipeline.of(context.environment()).present());
    }

    /**
     * The region, from option, environment or profile.
     *
     * @throws UsageException when none of them names one
     * @throws CloudException when the profile cannot be used
     */
    RegionId region() throws UsageException, CloudException {
        Optional<RegionId> region = usualRegion();
        if (region.isEmpty()) {
            throw new UsageException("usage.no-region");
        }
        chosenRegion = region.get();
        return chosenRegion;
    }

    /** Says where the command works that takes its region from elsewhere. */
    void worksIn(RegionId region) {
        chosenRegion = region;
    }

    /** The region that the command has asked for; null before, and where it needs none. */
    @Nullable
    RegionId chosenRegion() {
        return chosenRegion;
    }

    /** The region, where one is configured. */
    Optional<RegionId> usualRegion() throws CloudException {
        Optional<RegionId> named = options.cloud().region();
        return named.isPresent()
                ? named
                : gateway().usualRegion(options.cloud(), output.options().language());
    }

    /** What the commands do with the cloud. */
    ShareService service() throws UsageException, CloudException {
        Optional<RegionId> region = usualRegion();
        return gateway()
                .service(new CloudConnector.Request(
                        command,
                        options.cloud(),
                        region,
                        options.cloud().pasted(region),
                        output.options().language(),
                        this::trace,
                        this::origin));
    }

    /** Whether all that was done stands in the audit log, where one was asked for. */
    boolean isLogged() {
        return gateway == null || gateway.isLogged();
    }

    private void trace(String line) {
        if (output.options().debug()) {
            output.tell(Style.PLAIN, "debug: " + line);
        }
    }

    private void origin(Supplier<String> place) {
        if (output.options().verbose()) {
            output.tell(Style.PLAIN, messages.get("verbose.credentials", place.get()));
        }
    }

    private CloudConnector gateway() {
        if (gateway == null) {
            gateway = gateways.choose(options.cloud(), context);
        }
        return gateway;
    }

    @Override
    public void close() {
        output.clearLiveLine();
        if (gateway != null) {
            gateway.close();
        }
    }
}
