package dev.shareimage.app.checks;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for those who have an encrypted image already and whom the role does not trust: they find out at launch. */
public final class HolderChecks {

    private final TrustLookup trusted;
    private final Messages messages;

    public HolderChecks(RunContext run, RoleState role) {
        this.trusted = new TrustLookup(run, role);
        this.messages = run.messages();
    }

    /** What was found for each image; the targets that are asked about have findings of their own. */
    public List<Finding> findings(ObservedState state) throws CloudException {
        trusted.read(state.images());
        List<Finding> findings = new ArrayList<>();
        for (ImageState image : state.images()) {
            if (image.needsKey()) {
                findings.addAll(ofImage(image, state.targets()));
            }
        }
        return findings;
    }

    private List<Finding> ofImage(ImageState image, List<ShareTarget> asked) throws CloudException {
        List<ShareTarget> without = new ArrayList<>();
        List<ShareTarget> undecided = new ArrayList<>();
        for (ShareTarget holder : image.holders()) {
            Optional<TrustDecision> decision = trusted.decide(holder);
            if (!asked.contains(holder) && decision.isPresent()) {
                Boolean known = decision.get().trusted();
                if (known == null) {
                    undecided.add(holder);
                } else if (!known) {
                    without.add(holder);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!without.isEmpty()) {
            Object[] arguments = {image.id(), without.size(), TargetArguments.of(without)};
            findings.add(Finding.warn(
                    CheckId.TRUST,
                    messages.get("trust.holders", arguments),
                    messages.get("trust.holders.fix", arguments)));
        }
        if (!undecided.isEmpty()) {
            findings.add(Finding.notChecked(
                    CheckId.TRUST,
                    messages.get(
                            "trust.holders-undecided",
                            image.id(),
                            undecided.size(),
                            trusted.note().orElse("")),
                    null));
        }
        return findings;
    }
}
