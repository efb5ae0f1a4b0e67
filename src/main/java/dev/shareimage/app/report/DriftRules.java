package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.DriftedImage;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.FindingDraft.Words;
import dev.shareimage.app.report.ReportFinding.Level;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The findings about differences from a manifest. */
final class DriftRules extends FindingRules {

    DriftRules(Owner owner, Messages messages) {
        super(owner, messages);
    }

    @Override
    List<FindingDraft> drafts() {
        List<FindingDraft> drafts = new ArrayList<>();
        Drift drift = owner.drift();
        if (drift != null) {
            add(drafts, drift, "drift-extra", DriftedImage::extra, " --prune");
            add(drafts, drift, "drift-missing", DriftedImage::missing, "");
        }
        return drafts;
    }

    private void add(
            List<FindingDraft> drafts,
            Drift drift,
            String id,
            Function<DriftedImage, List<String>> part,
            String option) {
        List<DriftedImage> drifted = drift.images().stream()
                .filter(image -> !part.apply(image).isEmpty())
                .toList();
        if (drifted.isEmpty()) {
            return;
        }
        int shares =
                drifted.stream().mapToInt(image -> part.apply(image).size()).sum();
        Words words = new Words(
                messages.get("finding." + id, drift.manifest(), shares, drifted.size()),
                "share-image apply -f " + ShellWord.of(drift.manifest()) + option);
        Set<String> texts = drifted.stream().map(DriftedImage::existing).collect(Collectors.toSet());
        List<ReportedImage> images = owner.images().stream()
                .filter(image -> texts.contains(image.text()))
                .toList();
        drafts.add(draft(id, Level.WARN, null, images, some -> words));
    }
}
