package dev.shareimage.cli;

import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have in common: the options that each takes, whether they matter to it or not, and two steps. */
abstract class BaseCommand {

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final SafeguardOptions safeguards = new SafeguardOptions();

    @Mixin
    private final CloudOptions cloud = new CloudOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final HelpOptions help = new HelpOptions();

    /** Shows what a command is for, or which version of the program it is. */
    static final class HelpOptions {

        @Option(
                names = {"-h", "--help"},
                arity = "0",
                usageHelp = true)
        private boolean help;

        @Option(
                names = {"-V", "--version"},
                arity = "0",
                versionHelp = true)
        private boolean version;
    }

    /** The options that say whom a command acts as and how. */
    final Session.CommonOptions options() {
        return new Session.CommonOptions(cloud, change, safeguards);
    }

    final OutputOptions output() {
        return output;
    }

    /**
     * Checks what was asked for, without doing anything yet.
     *
     * @param lists reads arguments that are lists
     * @throws UsageException when it makes no sense
     */
    void check(ListReader lists) throws UsageException {}

    /** The names of the columns that its result has as a table; none where it is no table. */
    List<String> columns() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @return the exit code, see {@link ExitCode}
     * @throws UsageException when something that was not given is needed after all, such as a region
     */
    abstract int run(Session session) throws UsageException, CloudException;
}
