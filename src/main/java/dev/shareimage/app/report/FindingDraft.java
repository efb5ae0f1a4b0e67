package dev.shareimage.app.report;

import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.ReportFinding.Acceptance;
import dev.shareimage.app.report.ReportFinding.Level;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A finding before its accepted images are known. Its sentences depend on them.
 *
 * @param words the sentences about given images
 */
record FindingDraft(
        String id,
        Level level,
        Owner owner,
        @Nullable String target,
        @Nullable String key,
        List<ReportedImage> images,
        Function<List<ReportedImage>, Words> words) {

    /** The sentences of the finding. */
    record Words(String message, @Nullable String fix) {}

    boolean isCoveredBy(AcceptedRisk risk) {
        return risk.covers(id, owner.account().value(), target, key);
    }

    ReportFinding of(List<ReportedImage> some, @Nullable Acceptance accepted) {
        Words said = words.apply(some);
        String fix = said.fix() == null ? null : owner.commands().complete(said.fix());
        return new ReportFinding(id, level, owner.account(), target, key, some, said.message(), fix, accepted);
    }
}
