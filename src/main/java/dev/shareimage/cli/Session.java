package dev.shareimage.cli;

import dev.shareimage.app.PastedCommands;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with. Nothing is loaded, read or opened before it is needed. */
final class Session implements AutoCloseable {

    private final String command;
    private final ProcessContext context;
    private final CommonOptions options;
    private final Output output;
    private final Messages messages;
    private final CloudConnectors connectors;
    private final List<CloudConnector> beside = new ArrayList<>();
    private @Nullable CloudConnector connector;
    private @Nullable ShareService service;
    private @Nullable RegionId chosenRegion;
    private Optional<InputStream> keyboard = Optional.empty();

    /** The options that every command accepts. */
    record CommonOptions(CloudOptions cloud, ChangeOptions change, SafeguardOptions safeguards) {}

    Session(
            String command,
            ProcessContext context,
            CommonOptions options,
            Output output,
            Messages messages,
            CloudConnectors connectors) {
        this.command = command;
        this.context = context;
        this.options = options;
        this.output = output;
        this.messages = messages;
        this.connectors = connectors;
    }

    /** The name of the running command. */
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

    /** Asks at the terminal itself, because standard input was a list. */
    void inputIsTaken() {
        if (keyboard.isEmpty() && context.terminal().error()) {
            keyboard = context.terminal().device().keyboard();
        }
    }

    /** The source of the user's answers; empty if nobody can be asked. */
    Optional<InputStream> keyboard() {
        return context.terminal().input() ? Optional.of(context.in()) : keyboard;
    }

    Progress progress() {
        return ProgressView.of(
                output,
                messages,
                context.terminal(),
                Pipeline.of(context.environment()).present());
    }

    /**
     * The region from option, environment or profile.
     *
     * @throws UsageException if none of them names one
     * @throws CloudException if the profile cannot be used
     */
    RegionId region() throws UsageException, CloudException {
        Optional<RegionId> region = usualRegion();
        if (region.isEmpty()) {
            throw new UsageException("usage.no-region");
        }
        chosenRegion = region.get();
        return chosenRegion;
    }

    /**
     * The regions from option, environment or profile; none if all regions are requested.
     *
     * @throws UsageException if none of them names one
     * @throws CloudException if the profile cannot be used
     */
    List<RegionId> regions() throws UsageException, CloudException {
        if (options.cloud().allRegions()) {
            return List.of();
        }
        List<RegionId> named = options.cloud().regions();
        return named.size() > 1 ? named : List.of(region());
    }

    /** Sets the region of a command that gets it from elsewhere. */
    void worksIn(RegionId region) {
        chosenRegion = region;
    }

    /** The region that the command has used so far, or null. */
    @Nullable
    RegionId chosenRegion() {
        return chosenRegion;
    }

    /** The region, if one is configured. */
    Optional<RegionId> usualRegion() throws CloudException {
        Optional<RegionId> named = options.cloud().region();
        return named.isPresent()
                ? named
                : connector().usualRegion(options.cloud(), output.options().language());
    }

    /** The service for the command. */
    ShareService service() throws UsageException, CloudException {
        if (service == null) {
            service = service(connector(), options.cloud());
        }
        return service;
    }

    /** Connects with the credentials of another profile. */
    ShareService serviceAs(String profile) throws UsageException, CloudException {
        CloudOptions others = options.cloud().withProfile(profile);
        CloudConnector other = connectors.choose(others, context);
        beside.add(other);
        return service(other, others);
    }

    /**
     * Connects in a role that the credentials may assume. Users of the proposed commands there have their own
     * credentials.
     */
    ShareService serviceIn(String role) throws UsageException, CloudException {
        return connector().serviceIn(request(options.cloud()).forSomebodyElse(), role);
    }

    private ShareService service(CloudConnector to, CloudOptions cloud) throws UsageException, CloudException {
        return to.service(request(cloud));
    }

    private CloudConnector.Request request(CloudOptions cloud) throws CloudException {
        Optional<RegionId> region = usualRegion();
        return new CloudConnector.Request(
                command,
                cloud,
                region,
                cloud.pasted(onlyOne(region)),
                output.options().language(),
                this::trace,
                this::origin,
                progress());
    }

    /** Completes commands that the same user runs in the same place. */
    PastedCommands pasted() throws CloudException {
        return options.cloud().pasted(onlyOne(usualRegion()));
    }

    /** With several regions, no single region is right in each proposed command. */
    private Optional<RegionId> onlyOne(Optional<RegionId> region) {
        boolean several =
                options.cloud().allRegions() || options.cloud().regions().size() > 1;
        return several ? Optional.empty() : region;
    }

    /** Whether the audit log has all calls; true if there is none. */
    boolean isLogged() {
        return (connector == null || connector.isLogged()) && beside.stream().allMatch(CloudConnector::isLogged);
    }

    private void trace(String line) {
        if (output.options().debug()) {
            output.verbatim("debug: " + line);
        }
    }

    private void origin(Supplier<String> place) {
        if (output.options().verbose()) {
            output.tell(Style.PLAIN, messages.get("verbose.credentials", place.get()));
        }
    }

    private CloudConnector connector() {
        if (connector == null) {
            connector = connectors.choose(options.cloud(), context);
        }
        return connector;
    }

    @Override
    public void close() {
        output.clearLiveLine();
        if (connector != null) {
            connector.close();
        }
        beside.forEach(CloudConnector::close);
    }
}
