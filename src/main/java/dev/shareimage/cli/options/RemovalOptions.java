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

    /** All targets instead of the named ones. */
    public boolean all() {
        return all;
    }

    /** Also the trust that no encrypted image needs any more. */
    public boolean pruneTrust() {
        return pruneTrust;
    }

    /**
     * What is wrong with them and the targets: both all and some targets are to lose the image, or none.
     *
     * @param typed whether an option was typed that begins like this, be it that its value is wrong
     */
    public List<Problem> problems(TargetOptions targets, Predicate<String> typed) {
        boolean some = targets.given() || TargetOptions.isTyped(typed);
        if (all && some) {
            return List.of(Problem.of("usage.all-or-targets"));
        }
        return all || some ? List.of() : List.of(Problem.of("usage.no-targets-or-all"));
    }
}
