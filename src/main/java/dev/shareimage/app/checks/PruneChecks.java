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

/**
 * Stops {@code --prune} if it would remove a large part of the shares, because the manifest may be an old or a wrong
 * one.
 */
public final class PruneChecks {

    private final FindingCollector findings;

    public PruneChecks(Messages messages) {
        this.findings = new FindingCollector(messages);
    }

    /**
     * Checks what pruning removes.
     *
     * @param ended the shares that end because the manifest says so, which is not pruning
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
