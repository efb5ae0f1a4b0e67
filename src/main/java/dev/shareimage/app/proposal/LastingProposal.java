package dev.shareimage.app.proposal;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.manifest.ShareTerms;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A proposal whose reports contain the end of each share. */
final class LastingProposal implements Proposal {

    private final Proposal proposal;
    private final ShareTerms terms;
    private final Set<ImageRef> known;

    /** @param known the images of the terms; every other image is a copy with the terms of its source */
    LastingProposal(Proposal proposal, ShareTerms terms, Set<ImageRef> known) {
        this.proposal = proposal;
        this.terms = terms;
        this.known = known;
    }

    @Override
    public Plan plan() {
        return proposal.plan();
    }

    @Override
    public List<String> warnings() {
        return proposal.warnings();
    }

    @Override
    public List<String> briefWarnings() {
        return proposal.briefWarnings();
    }

    @Override
    public Report preview() {
        return dated(proposal.preview());
    }

    @Override
    public Report apply(Progress progress) {
        return dated(proposal.apply(progress));
    }

    private Report dated(Report report) {
        return report.withImages(report.images().stream().map(this::dated).toList());
    }

    private ImageResult dated(ImageResult image) {
        ImageRef termed = image.ref()
                .filter(known::contains)
                .or(() -> Optional.ofNullable(image.source()))
                .or(image::ref)
                .orElseThrow();
        if (!terms.anyEnds(termed)) {
            return image;
        }
        List<TargetResult> targets = image.targets().stream()
                .map(target -> target.until(terms.until(termed, ShareTarget.ofId(target.id()))))
                .toList();
        return image.withTargets(targets);
    }
}
