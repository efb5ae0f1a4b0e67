package dev.shareimage.resilience;

import dev.shareimage.launcher.ProgramRun;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Trust that remains after an interrupted run. A repeated run with {@code --all} or a manifest no longer finds the
 * targets that were unshared. So the first run has to print how to remove the trust.
 */
final class TrustLeft {

    private static final List<String> SAID = List.of(
            "trust was not removed",
            "is kept: not every region could be read",
            "whether somebody got an image meanwhile could not be looked up");

    private TrustLeft() {}

    /** The state with the requested trust in place of what may remain. */
    static State disregarded(RandomCommand command, ProgramRun first, State is, State wanted) {
        SortedSet<String> needed = new TreeSet<>(wanted.trusted());
        needed.remove(Outcomes.OWN_ACCOUNT);
        boolean said = SAID.stream().anyMatch(first.stdout()::contains);
        return command.takesFromOthers() && said && is.trusted().containsAll(needed)
                ? new State(wanted.trusted(), is.policies(), is.shares(), is.resourceShares())
                : is;
    }
}
