package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.DRY_RUN_COPY;
import static dev.shareimage.domain.check.CheckId.DRY_RUN_LAUNCH;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.CheckId;
import java.util.Optional;
import java.util.Set;

/** Interprets the cloud's answer to a dry run of a copy or a launch. */
final class TrialChecks {

    /** Codes that only calls that copy have (vendor's list of {@code CopyImage}). */
    private static final Set<String> COPIES_ALONE = Set.of(
            "InvalidOperation.CloudBoxImageCopyUnsupported",
            "InvalidOperation.Conflict",
            "InvalidOperation.VhdImageUnsupported",
            "InvalidSnapshot.TooOld",
            "OperationDenied.CommunityImage",
            "RegionNotSupportCopy",
            "SizeExceed.Image");

    private final DiagnosisCollector collector;
    private final RecipientState state;
    private final Trust own;

    private final boolean visitor;

    /** The parts of the recipient's side that are known to be right. */
    record Trust(boolean key, boolean role) {}

    /** @param visitor whether the caller is another identity than the one that launches */
    TrialChecks(DiagnosisCollector collector, RecipientState state, Trust own, boolean visitor) {
        this.collector = collector;
        this.state = state;
        this.own = own;
        this.visitor = visitor;
    }

    /** Whether the cloud says that it would carry it out. */
    static boolean passed(ReadResult<Optional<String>> trial) {
        return trial.known().filter(Optional::isEmpty).isPresent();
    }

    /**
     * Interprets the answer.
     *
     * @param launches whether the cloud says that it would launch the image
     */
    void check(CheckId id, SeenImage image, ReadResult<Optional<String>> trial, boolean launches) {
        CloudException failure = trial.failure();
        Optional<String> made = trial.known().flatMap(all -> all);
        if (failure != null) {
            refused(id, image, trial, failure, launches);
        } else if (made.isPresent()) {
            collector.failWith(Side.RECIPIENT, id, "dry-run-ignored", made.get(), state.region());
        } else {
            collector.pass(id, "passed", image.id());
        }
    }

    private void refused(CheckId id, SeenImage image, ReadResult<?> trial, CloudException failure, boolean launches) {
        switch (failure.kind()) {
            case NOT_PERMITTED -> {
                if (id == DRY_RUN_LAUNCH && !visitor) {
                    String action = failure.missingAction().orElse(failure.call());
                    collector.failWith(Side.RECIPIENT, id, "refused.permission", action);
                } else {
                    collector.notChecked(id, trial, image.id());
                }
            }
            case NO_CREDENTIALS, UNAVAILABLE, UNREACHABLE, MALFORMED, INTERRUPTED ->
                collector.notChecked(id, trial, image.id());
            case NOT_FOUND, ALREADY_EXISTS, REFUSED -> refused(id, image, failure, launches);
        }
    }

    private void refused(CheckId id, SeenImage image, CloudException failure, boolean launches) {
        boolean unknown = !Refusals.isKnown(failure.code());
        if (id == DRY_RUN_COPY && (isOfCopiesAlone(failure.code()) || launches && unknown)) {
            collector.open(
                    id,
                    "refused.copies-alone",
                    failure.code(),
                    new ErrorAdvice(collector.sentences().recipients()).cause(failure));
            return;
        }
        Refusals.Cause cause = Refusals.of(failure.code(), id == DRY_RUN_LAUNCH, own.key(), own.role());
        collector.failWith(
                cause.side(),
                id,
                cause.key(),
                failure.code(),
                image.id(),
                state.region(),
                account(),
                new ErrorAdvice(collector.sentences().recipients()).cause(failure));
    }

    /** Limits for images and snapshots, and images that cannot be copied, do not affect a launch. */
    private static boolean isOfCopiesAlone(String code) {
        return COPIES_ALONE.contains(code)
                || code.startsWith("QuotaExceed.")
                || code.startsWith("OperationDenied.ImageCop");
    }

    private String account() {
        return state.caller().known().map(caller -> caller.account().value()).orElse("UID");
    }
}
