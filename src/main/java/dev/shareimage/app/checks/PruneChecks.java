package dev.shareimage.app.checks;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stops {@code --prune} where it would take much away: the manifest may be an old one, or the wrong one. */
public final class PruneChecks {

    private final FindingCollector findings;

    public PruneChecks(Messages messages) {
        this.findings = new FindingCollector(messages);
    }

    /**
     * Judges what pruning takes away.
     *
     * @param ended who leaves because the manifest says so, which is no pruning
     */
    public List<Finding> check(SharingState pruned, SharingState ended, boolean force) {
        for (ImageState image : pruned.images()) {
            Set<ShareTarget> taken = new HashSet<>(pruned.leaving(image));
            ended.leaving(image).forEach(taken::remove);
            int recipients = image.entries().size();
            if (2 * taken.size() > recipients) {
                findings.fail(
                        CheckId.REMOVAL_LIMIT,
                        "majority",
                        image.id(),
                        image.ref().region(),
                        taken.size(),
                        recipients);
            }
        }
        return Checks.sorted(findings.findings().stream(), force);
    }
}
