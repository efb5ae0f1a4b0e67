package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** How careful a command that changes something is. */
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

    /** Do it without asking. */
    public boolean yes() {
        return yes;
    }

    /** Show what would be done, and stop. */
    public boolean dryRun() {
        return dryRun;
    }

    /** With a dry run, tell by the exit code that changes are pending. */
    public boolean exitCode() {
        return exitCode;
    }
}
