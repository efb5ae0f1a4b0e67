package dev.shareimage.resilience;

import dev.shareimage.launcher.ProgramRun;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Trust that a run left which was cut off: one that is repeated with {@code --all} or by a manifest finds nobody to take
 * the image from any more, so that the first run has to say how to take the trust out.
 */
final class TrustLeft {

    private static final List<String> SAID = List.of(
            "trust was not removed",
            "is kept: not every region could be read",
            "whether somebody got an image meanwhile could not be looked up");

    private TrustLeft() {}

    /** The state, with the trust that is wanted in place of what may have been left. */
    static State disregarded(RandomCommand command, ProgramRun first, State is, State wanted) {
        SortedSet<String> needed = new TreeSet<>(wanted.trusted());
        needed.remove(Outcomes.OWN_ACCOUNT);
        boolean said = SAID.stream().anyMatch(first.stdout()::contains);
        return command.takesFromOthers() && said && is.trusted().containsAll(needed)
                ? new State(wanted.trusted(), is.policies(), is.shares(), is.resourceShares())
                : is;
    }
}
