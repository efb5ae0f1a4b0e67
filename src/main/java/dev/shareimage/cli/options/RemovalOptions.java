package dev.shareimage.cli.options;

import dev.shareimage.cli.options.UsageException.Problem;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What {@code unshare} removes. */
public final class RemovalOptions {

    @NotFromEnvironment
    @Option(names = "--all", arity = "0")
    private boolean all;

    @NotFromEnvironment
    @Option(names = "--prune-trust", arity = "0")
    private boolean pruneTrust;

    /** Whether all targets are removed instead of the named ones. */
    public boolean all() {
        return all;
    }

    /** Whether trust that no encrypted image needs any more is removed too. */
    public boolean pruneTrust() {
        return pruneTrust;
    }

    /**
     * The problems of these options and the targets: all targets and named ones are requested, or neither.
     *
     * @param typed whether an option with this beginning was typed, even with an invalid value
     */
    public List<Problem> problems(TargetOptions targets, Predicate<String> typed) {
        boolean some = targets.given() || TargetOptions.isTyped(typed);
        if (all && some) {
            return List.of(Problem.of("usage.all-or-targets"));
        }
        return all || some ? List.of() : List.of(Problem.of("usage.no-targets-or-all"));
    }
}
