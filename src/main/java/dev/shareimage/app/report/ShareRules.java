package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.FindingDraft.Words;
import dev.shareimage.app.report.ReportFinding.Level;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The findings about shares that should not exist or end soon. */
final class ShareRules extends FindingRules {

    /** Enough time to ask whether a share must continue. */
    private static final Duration DEFAULT_NOTICE = Duration.ofDays(30);

    private final Instant now;

    ShareRules(Owner owner, Messages messages, Instant now) {
        super(owner, messages);
        this.now = now;
    }

    @Override
    List<FindingDraft> drafts() {
        List<FindingDraft> drafts = new ArrayList<>();
        byTarget(this::isOutside)
                .forEach((target, images) -> drafts.add(
                        draft("outside-directory", Level.WARN, target.id(), images, some -> outside(target, some))));
        List<Instant> ends = owner.images().stream()
                .flatMap(image -> image.shares().stream())
                .map(ReportedShare::until)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        ends.forEach(until -> ending(drafts, until));
        return drafts;
    }

    private boolean isOutside(ReportedShare share) {
        return share.target() instanceof ShareTarget.Account account
                && owner.outside().contains(account.account());
    }

    private Words outside(ShareTarget target, List<ReportedImage> images) {
        return new Words(
                messages.get(
                        "finding.outside-directory", target.id(), images.size(), String.valueOf(owner.directory())),
                takeAway(images, target));
    }

    private void ending(List<FindingDraft> drafts, Instant until) {
        boolean over = !now.isBefore(until);
        if (!over && now.plus(DEFAULT_NOTICE).isBefore(until)) {
            return;
        }
        String id = over ? "expired" : "expiring";
        byTarget(share -> until.equals(share.until()))
                .forEach((target, images) -> drafts.add(draft(
                        id,
                        over ? Level.FAIL : Level.WARN,
                        target.id(),
                        images,
                        some -> new Words(
                                messages.get("finding." + id, target.id(), some.size(), until),
                                takeAway(some, target)))));
    }
}
