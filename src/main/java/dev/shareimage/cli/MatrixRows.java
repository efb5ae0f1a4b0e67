package dev.shareimage.cli;

import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.VerifiedImage;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.check.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up what both sides found about one image at one account. */
final class MatrixRows {

    /** What concerns plain images too, of the findings that are about no image. */
    private static final Set<CheckId> OF_CALLER = EnumSet.of(CheckId.CREDENTIALS, CheckId.PERMISSIONS);

    private MatrixRows() {}

    /** The row: the first failure with who repairs it, or else what is not known. */
    static Row row(AccountId account, VerifiedImage image, List<Diagnosis> checks, VerifyRequest request) {
        List<Diagnosis> its =
                checks.stream().filter(check -> concerns(check, image)).toList();
        Optional<Diagnosis> failed =
                its.stream().filter(check -> check.finding().failed()).findFirst();
        if (failed.isPresent()) {
            Finding finding = failed.get().finding();
            String side = failed.get().repairs() == null
                    ? null
                    : failed.get().repairs().label();
            return new Row(
                    account,
                    image.region(),
                    image.id(),
                    "blocked",
                    side,
                    finding.id().label() + ": " + finding.message(),
                    finding.id().label(),
                    null);
        }
        List<Finding> open = its.stream()
                .map(Diagnosis::finding)
                .filter(finding -> finding.verdict() == Verdict.NOT_CHECKED)
                .filter(finding -> matters(finding.id(), image, request))
                .toList();
        String labels =
                open.stream().map(finding -> finding.id().label()).distinct().collect(Collectors.joining(", "));
        String reason = open.isEmpty() ? "" : labels + ": " + open.get(0).message();
        String verdict = open.isEmpty() ? "ready" : "unproven";
        return new Row(account, image.region(), image.id(), verdict, null, reason, labels, null);
    }

    /** The keys and roles do not matter to an image that is not encrypted. */
    private static boolean concerns(Diagnosis check, VerifiedImage image) {
        return check.image() == null
                ? !Boolean.FALSE.equals(image.encrypted())
                        || OF_CALLER.contains(check.finding().id())
                : check.image().equals(image.id());
    }

    /** A dry run that was not asked for does not matter, nor that of a copy if the launch is known to pass. */
    private static boolean matters(CheckId id, VerifiedImage image, VerifyRequest request) {
        return switch (id) {
            case DRY_RUN_LAUNCH -> request.launch().complete();
            case DRY_RUN_COPY -> request.trials() && image.outcome() != VerifiedImage.Outcome.READY;
            default -> true;
        };
    }
}
