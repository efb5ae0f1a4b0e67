package dev.shareimage.app.run;

import dev.shareimage.app.checks.TargetArguments;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Looks for those who have an encrypted image already and whom the role does not trust: they find out at launch. */
final class HolderChecks {

    private final TrustLookup trusted;
    private final Messages messages;

    HolderChecks(RunContext run, RoleState role) {
        this.trusted = new TrustLookup(run, role);
        this.messages = run.messages();
    }

    /** A warning for each image that somebody has in vain; the targets that are asked about have findings of their own. */
    List<Finding> findings(ObservedState situation) throws CloudException {
        trusted.read(situation.images());
        List<Finding> findings = new ArrayList<>();
        for (ImageState image : situation.images()) {
            List<ShareTarget> without = new ArrayList<>();
            for (ShareTarget holder : image.holders()) {
                if (!situation.targets().contains(holder) && Boolean.FALSE.equals(trusted.of(image, holder))) {
                    without.add(holder);
                }
            }
            if (!without.isEmpty()) {
                Object[] arguments = {image.id(), without.size(), TargetArguments.of(without)};
                findings.add(Finding.warn(
                        CheckId.TRUST,
                        messages.get("trust.holders", arguments),
                        messages.get("trust.holders.fix", arguments)));
            }
        }
        return findings;
    }
}
