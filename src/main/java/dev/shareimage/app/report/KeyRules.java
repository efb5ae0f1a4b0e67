package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.FindingDraft.Words;
import dev.shareimage.app.report.ReportFinding.Level;
import dev.shareimage.domain.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings about keys. Without its key, a shared image is useless. */
final class KeyRules extends FindingRules {

    /** Key material must be imported again by hand, which takes preparation. */
    private static final Duration DEFAULT_NOTICE = Duration.ofDays(90);

    private final Instant now;

    KeyRules(Owner owner, Messages messages, Instant now) {
        super(owner, messages);
        this.now = now;
    }

    @Override
    List<FindingDraft> drafts() {
        List<FindingDraft> drafts = new ArrayList<>();
        for (KeyFacts key : owner.keys()) {
            List<ReportedImage> shared = owner.images().stream()
                    .filter(image -> image.region().equals(key.region())
                            && image.keys().contains(key.id())
                            && !image.shares().isEmpty())
                    .toList();
            if (!shared.isEmpty()) {
                judge(drafts, key, shared);
            }
        }
        return drafts;
    }

    private void judge(List<FindingDraft> drafts, KeyFacts key, List<ReportedImage> images) {
        Instant deleteAt = key.deleteAt();
        Instant expiresAt = key.expiresAt();
        if (deleteAt != null || "PendingDeletion".equals(key.state())) {
            drafts.add(draft("key-deletion", Level.FAIL, key, images, deleteAt));
        } else if (key.state() != null && !key.state().equals("Enabled")) {
            drafts.add(draft("key-unusable", Level.FAIL, key, images, null));
        }
        if (expiresAt != null && !now.plus(DEFAULT_NOTICE).isBefore(expiresAt)) {
            drafts.add(draft("key-expiring", Level.WARN, key, images, expiresAt));
        }
    }

    private FindingDraft draft(
            String id, Level level, KeyFacts key, List<ReportedImage> images, @Nullable Instant moment) {
        String state = String.valueOf(key.state());
        String when = moment == null ? "" : moment.toString();
        String variant = "finding." + (id.equals("key-deletion") && moment == null ? "key-deletion-undated" : id);
        return new FindingDraft(
                id,
                level,
                owner,
                null,
                key.id().value(),
                images,
                some -> new Words(
                        messages.get(variant, key.id(), some.size(), when.isEmpty() ? state : when, key.region()),
                        messages.get("finding." + id + ".fix", key.id(), key.region())));
    }
}
