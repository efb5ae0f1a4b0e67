package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** The options of commands that change something. */
public final class ChangeOptions {

    @NotFromEnvironment
    @Option(
            names = {"-y", "--yes"},
            arity = "0")
    private boolean yes;

    @Option(names = "--dry-run", arity = "0")
    private boolean dryRun;

    @Option(names = "--exit-code", arity = "0")
    private boolean exitCode;

    /** The options of a command that asks nobody. */
    public static ChangeOptions agreed() {
        ChangeOptions options = new ChangeOptions();
        options.yes = true;
        return options;
    }

    /** Whether to skip the confirmation. */
    public boolean yes() {
        return yes;
    }

    /** Whether to show the plan and stop. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Whether the exit code of a dry run tells that changes are pending. */
    public boolean exitCode() {
        return exitCode;
    }
}
