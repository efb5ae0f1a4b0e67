package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.MatrixResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exit codes, and the only place that decides which one a command ends with. */
final class ExitCode {

    static final int DONE = 0;
    static final int DEFECT = 1;
    static final int USAGE = 2;
    static final int PRECONDITION = 3;
    static final int PARTIAL = 4;
    static final int NOT_PERMITTED = 5;
    static final int UNAVAILABLE = 6;
    static final int DECLINED = 7;
    static final int REFUSED = 8;
    static final int UNWRITTEN = 9;
    static final int PENDING_CHANGES = 10;

    /** The code after SIGINT. */
    static final int INTERRUPTED = 130;

    /** The code after SIGTERM, with which the JVM ends whatever the command returns. */
    static final int TERMINATED = 143;

    /** Something that was named does not exist: an image or a region. */
    private static final Set<String> ABSENT =
            Set.of("InvalidImageId.NotFound", "InvalidRegionId.NotFound", "InvalidRegion.NotFound");

    private ExitCode() {}

    /** The exit code of the process for that of the command, which does not know the signals apart. */
    static int ofProcess(int command) {
        return command == INTERRUPTED && Interruption.isTermination() ? TERMINATED : command;
    }

    /** The exit code for a command that ended with an exception. */
    static int of(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof InvalidValueException) {
            return USAGE;
        }
        if (!(failure instanceof CloudException cloud)) {
            return DEFECT;
        }
        return ABSENT.contains(cloud.code()) ? PRECONDITION : of(cloud.kind());
    }

    /** The exit code for a failed call. */
    static int of(CloudException.Kind kind) {
        return switch (kind) {
            case NO_CREDENTIALS, NOT_PERMITTED -> NOT_PERMITTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case UNREACHABLE -> PRECONDITION;
            case INTERRUPTED -> INTERRUPTED;
            case NOT_FOUND, ALREADY_EXISTS, MALFORMED, REFUSED -> REFUSED;
        };
    }

    /** The exit code for a report. */
    static int of(Report report) {
        return switch (report.status()) {
            case PLANNED, SUCCEEDED, UNCHANGED -> report.blocked() ? PRECONDITION : DONE;
            case DECLINED -> DECLINED;
            case PARTIAL, FAILED -> ofFailed(report);
        };
    }

    /** The exit code for the checks of a recipient. A problem to repair takes precedence over an unread state. */
    static int of(Verification verification) {
        return verification.status() == Status.PARTIAL ? PARTIAL : ofFailure(verification.failure());
    }

    /** The exit code for the list of received images. */
    static int of(ReceivedListing listing) {
        Failure failure = listing.failure();
        boolean some = failure != null
                && failure.kind() != Kind.INTERRUPTED
                && !listing.images().isEmpty();
        return some ? PARTIAL : ofFailure(failure);
    }

    /** The exit code for the checks of all recipients. */
    static int of(MatrixResult result) {
        if (result.blocked()) {
            return PRECONDITION;
        }
        Failure unread = result.unread();
        if (unread != null) {
            return result.rows().isEmpty() ? ofFailure(unread) : PARTIAL;
        }
        return result.rows().stream()
                .map(MatrixResult.Row::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ExitCode::of)
                .orElse(DONE);
    }

    private static int ofFailure(@Nullable Failure failure) {
        if (failure == null) {
            return DONE;
        }
        return failure.code().equals(Failure.PRECONDITION) ? PRECONDITION : of(failure.kind());
    }

    private static int ofFailed(Report report) {
        List<Failure> failures = failures(report);
        if (failures.stream().anyMatch(failure -> failure.kind() == CloudException.Kind.INTERRUPTED)) {
            return INTERRUPTED;
        }
        if (report.blocked()) {
            return PRECONDITION;
        }
        List<TargetResult> targets = report.targets();
        boolean anyFailed = targets.stream().anyMatch(target -> target.status() == TargetStatus.FAILED)
                || failures.stream().anyMatch(failure -> failure.code().equals(Failure.REGION_UNREAD));
        boolean anyDone = targets.stream()
                .anyMatch(target -> target.status().isDone() || target.status().isPlanned());
        if (anyDone && anyFailed || failures.stream().anyMatch(Failure::silent)) {
            return PARTIAL;
        }
        if (!anyFailed && targets.stream().anyMatch(target -> target.status() == TargetStatus.PENDING)) {
            return UNAVAILABLE;
        }
        return failures.isEmpty() || brokeOff(failures.get(0), report)
                ? REFUSED
                : of(failures.get(0).kind());
    }

    /** Whether the connection failed only after something was changed. Then {@link #PRECONDITION} would be wrong. */
    private static boolean brokeOff(Failure failure, Report report) {
        return failure.kind() == CloudException.Kind.UNREACHABLE
                && (report.role().action().isChange() || report.trust().action().isChange());
    }

    private static List<Failure> failures(Report report) {
        return Stream.concat(
                        Stream.ofNullable(report.failure()),
                        report.targets().stream().map(TargetResult::error).filter(Objects::nonNull))
                .toList();
    }
}
