package dev.shareimage.app.verify;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Status;
import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Combines the findings, and says why the images cannot be launched, or why that is not known. */
record VerificationMaker(
        RunContext run,
        VerifyRequest request,
        RecipientState state,
        List<Diagnosis> found,
        List<VerifiedImage> images,
        List<ReadResult<?>> answers) {

    /**
     * The checks whose missing answer leaves the result unknown, except for a missing permission. Temporary causes come
     * first.
     */
    private static final List<Kind> UNREAD =
            List.of(Kind.INTERRUPTED, Kind.UNAVAILABLE, Kind.UNREACHABLE, Kind.NO_CREDENTIALS, Kind.MALFORMED);

    private static final Set<CheckId> OF_PERMISSIONS = EnumSet.of(CheckId.PERMISSIONS, CheckId.CREDENTIALS);

    Verification make() {
        List<Diagnosis> sorted = found.stream()
                .sorted(Comparator.comparing((Diagnosis each) ->
                                each.image() == null ? "" : each.image().value())
                        .thenComparing(each -> each.finding().id()))
                .toList();
        Failure failure = failure(sorted);
        return new Verification(
                failure == null ? Status.SUCCEEDED : Status.FAILED,
                request.region(),
                state.caller().known().map(CallerIdentity::account).orElse(null),
                sorted,
                images,
                run.cloud().calls(),
                failure);
    }

    /** A failed precondition takes precedence over unread data. Credentials and permissions have their own failure. */
    private @Nullable Failure failure(List<Diagnosis> sorted) {
        List<Finding> failed =
                sorted.stream().map(Diagnosis::finding).filter(Finding::failed).toList();
        CloudException caller = state.caller().failure();
        if (caller != null) {
            return new FailureDescriber(run.messages()).of(caller);
        }
        boolean permissionsAlone = failed.stream().allMatch(this::isOfPermissions);
        Optional<CloudException> forbidden = first(Kind.NOT_PERMITTED);
        if (!failed.isEmpty() && permissionsAlone && forbidden.isPresent()) {
            return forbidden(forbidden.get());
        }
        if (!failed.isEmpty()) {
            Finding first = failed.get(0);
            String message = run.messages().get("failure.precondition", failed.size(), first.message());
            return new Failure(Kind.REFUSED, Failure.PRECONDITION, message, null, first.fix());
        }
        return UNREAD.stream()
                .flatMap(kind -> first(kind).stream())
                .findFirst()
                .or(this::unseen)
                .map(new FailureDescriber(run.messages())::of)
                .orElse(null);
    }

    /** The policy for recipients contains the missing permissions. */
    private Failure forbidden(CloudException e) {
        Failure failure = new FailureDescriber(run.messages()).of(e);
        String fix = new Sentences(run.messages(), request.forOwner())
                .repair(Side.RECIPIENT, "permissions.needed.fix", MissingPermissions.action(e));
        return new Failure(failure.kind(), failure.code(), failure.message(), failure.requestId(), fix);
    }

    /** Why an image could not be read. Without the image, nothing can be verified. */
    private Optional<CloudException> unseen() {
        return state.images().stream()
                .flatMap(seen -> Stream.ofNullable(seen.image().failure()))
                .findFirst();
    }

    private boolean isOfPermissions(Finding finding) {
        boolean launch =
                finding.id() == CheckId.DRY_RUN_LAUNCH && answers.stream().anyMatch(ReadResult::forbidden);
        return launch || OF_PERMISSIONS.contains(finding.id());
    }

    /** The first failure of that kind among the required reads. */
    private Optional<CloudException> first(Kind kind) {
        return Stream.concat(state.images().stream().map(RecipientState.SeenImage::image), answers.stream())
                .flatMap(reading -> Stream.ofNullable(reading.failure()))
                .filter(failure -> failure.kind() == kind)
                .findFirst();
    }
}
