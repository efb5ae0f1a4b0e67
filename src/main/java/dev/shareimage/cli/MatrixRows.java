package dev.shareimage.cli;

import dev.shareimage.app.state.Reason;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.VerifiedImage;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.MatrixRepairs.Repair;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.check.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Combines the findings of both sides about one image at one account into a row with its fix. */
final class MatrixRows {

    /** Findings about no image that also apply to unencrypted images. */
    private static final Set<CheckId> OF_CALLER = EnumSet.of(CheckId.CREDENTIALS, CheckId.PERMISSIONS);

    private final MatrixRepairs repairs;
    private final AccountId account;
    private final VerifyRequest request;

    MatrixRows(MatrixRepairs repairs, AccountId account, VerifyRequest request) {
        this.repairs = repairs;
        this.account = account;
        this.request = request;
    }

    /** The row: the first failure with its fix, or else the unread state. */
    Row row(VerifiedImage image, List<Diagnosis> checks) {
        List<Diagnosis> its =
                checks.stream().filter(check -> concerns(check, image)).toList();
        Optional<Diagnosis> failed =
                its.stream().filter(check -> check.finding().failed()).findFirst();
        if (failed.isPresent()) {
            Finding finding = failed.get().finding();
            String label = finding.id().label();
            return row(image.id(), "blocked", label, label + ": " + finding.message(), repairs.failed(failed.get()));
        }
        List<Diagnosis> open = its.stream()
                .filter(check -> check.finding().verdict() == Verdict.NOT_CHECKED)
                .filter(check -> matters(check.finding().id(), image))
                .toList();
        if (open.isEmpty()) {
            return row(image.id(), "ready", "", "", Repair.NONE);
        }
        String labels = open.stream()
                .map(check -> check.finding().id().label())
                .distinct()
                .collect(Collectors.joining(", "));
        String reason = labels + ": " + open.get(0).finding().message();
        return row(image.id(), "unproven", labels, reason, repairs.open(open.get(0), image.id(), request.region()));
    }

    /** The rows of an account that could not be checked. */
    List<Row> unseen(CloudException failure) {
        String reason = Reason.sentence(failure, repairs.messages());
        return request.images().stream()
                .map(image -> {
                    Repair repair = repairs.unseen(failure, account, image, request.region());
                    return new Row(
                            account,
                            request.region(),
                            image,
                            "could-not-look",
                            repair.side(),
                            reason,
                            failure.code(),
                            repair.fix(),
                            failure.kind());
                })
                .toList();
    }

    private Row row(ImageId image, String verdict, String code, String reason, Repair repair) {
        return new Row(account, request.region(), image, verdict, repair.side(), reason, code, repair.fix(), null);
    }

    /** Keys and roles do not matter for an unencrypted image. */
    private static boolean concerns(Diagnosis check, VerifiedImage image) {
        return check.image() == null
                ? !Boolean.FALSE.equals(image.encrypted())
                        || OF_CALLER.contains(check.finding().id())
                : check.image().equals(image.id());
    }

    /** A dry run that was not requested does not matter. Nor does that of a copy if the launch passed. */
    private boolean matters(CheckId id, VerifiedImage image) {
        return switch (id) {
            case DRY_RUN_LAUNCH -> request.launch().complete();
            case DRY_RUN_COPY -> request.trials() && image.outcome() != VerifiedImage.Outcome.READY;
            default -> true;
        };
    }
}
