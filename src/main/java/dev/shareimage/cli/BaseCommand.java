package dev.shareimage.cli;

import dev.shareimage.cli.options.ChangeOptions;
import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.OutputOptions;
import dev.shareimage.cli.options.SafeguardOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.cloud.CloudException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The base class of all commands: the options that every command accepts, and the two steps of a command. */
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

    /** The options that show the help or the version. */
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

    /** The common options. */
    final Session.CommonOptions options() {
        return new Session.CommonOptions(cloud, change, safeguards);
    }

    final OutputOptions output() {
        return output;
    }

    /**
     * The problems of the arguments that the parser does not find. All of them are reported at once.
     *
     * @param typed whether an option with this beginning was typed, even with an invalid value
     */
    List<Problem> problems(Predicate<String> typed) {
        ImageOptions images = images();
        return images == null ? List.of() : images.problems(typed);
    }

    /**
     * Checks the arguments. Nothing is done yet.
     *
     * @param lists reads arguments that are lists
     * @throws UsageException if an argument is invalid
     */
    void check(ListReader lists) throws UsageException {}

    /** The options that name images; null for commands without them. */
    @Nullable
    ImageOptions images() {
        return null;
    }

    /**
     * The common options that the command's help explains, besides those for output: names of groups or of single
     * options. It is no annotation, because Java would make a class for that at every start.
     */
    List<String> explained() {
        return List.of();
    }

    /** The accepted options that have no effect on this command. Its help leaves them out. */
    List<String> withoutEffect() {
        return List.of();
    }

    /** The names of the columns of its result; none if the result is no table. */
    List<String> columns() {
        return List.of();
    }

    /** The names of all columns that a result of it can have, whatever its options. */
    List<String> possibleColumns() {
        return columns();
    }

    static List<String> union(List<List<String>> columns) {
        return columns.stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether a run of the command can change something in the cloud. */
    boolean changes() {
        return explained().contains("change") && !change.dryRun();
    }

    /**
     * Runs the command.
     *
     * @return the exit code, see {@link ExitCode}
     * @throws UsageException if something required is missing, such as a region
     */
    abstract int run(Session session) throws UsageException, CloudException;
}
