package dev.shareimage.cli;

import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.VerifiedImage;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.MatrixRepairs.Repair;
import dev.shareimage.cli.view.MatrixResult.Failed;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.check.Finding;
import java.util.EnumSet;
import java.util.List;
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

    /** The row: the failures with their fixes, or else the unread state. */
    Row row(VerifiedImage image, List<Diagnosis> checks) {
        List<Diagnosis> its =
                checks.stream().filter(check -> concerns(check, image)).toList();
        List<Failed> failures = its.stream()
                .filter(check -> check.finding().failed())
                .map(this::failed)
                .toList();
        if (!failures.isEmpty()) {
            return blocked(image.id(), failures);
        }
        List<Diagnosis> open = its.stream()
                .filter(check -> check.finding().status() == CheckStatus.NOT_CHECKED)
                .filter(check -> matters(check.finding().id(), image))
                .toList();
        if (open.isEmpty()) {
            return row(image.id(), "ready", "", "", Repair.NONE);
        }
        String labels = open.stream()
                .map(check -> check.finding().id().label())
                .distinct()
                .collect(Collectors.joining(", "));
        String reason = repairs.messages().labeled(labels, open.get(0).finding().message());
        return row(image.id(), "unproven", labels, reason, repairs.open(open.get(0), image.id(), request.region()));
    }

    private Failed failed(Diagnosis check) {
        Finding finding = check.finding();
        Repair repair = repairs.failed(check);
        return new Failed(finding.id().label(), finding.message(), repair.side(), repair.fix());
    }

    /** The table has room for the first failure, and counts the others. */
    private Row blocked(ImageId image, List<Failed> failures) {
        Failed first = failures.get(0);
        int more = failures.size() - 1;
        String reason = repairs.messages().labeled(first.code(), first.reason());
        return new Row(
                account,
                request.region(),
                image,
                "blocked",
                first.side(),
                more == 0 ? reason : repairs.messages().get("verify.and-more", more, reason),
                failures.stream().map(Failed::code).distinct().collect(Collectors.joining(", ")),
                first.fix(),
                failures,
                null);
    }

    /** The rows of an account that could not be checked. */
    List<Row> unseen(CloudException failure) {
        String reason = repairs.reason(failure);
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
                            List.of(),
                            failure.kind());
                })
                .toList();
    }

    private Row row(ImageId image, String verdict, String code, String reason, Repair repair) {
        return new Row(
                account, request.region(), image, verdict, repair.side(), reason, code, repair.fix(), List.of(), null);
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
