package dev.shareimage.app.run;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.Failure;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains why something was not done, and what to do about it. */
public final class FailureDescriber {

    /** The codes for a time limit that ended before a call was sent. */
    private static final Set<String> NOT_SENT = Set.of("TimeBudgetExceeded", "TimeBudget");

    private static final Set<Kind> UNCERTAIN = EnumSet.of(Kind.UNAVAILABLE, Kind.MALFORMED, Kind.INTERRUPTED);

    private final Messages messages;

    public FailureDescriber(Messages messages) {
        this.messages = messages;
    }

    public Failure of(CloudException e) {
        ErrorAdvice advice = new ErrorAdvice(messages);
        return new Failure(e.kind(), e.code(), advice.cause(e), e.requestId().orElse(null), fix(advice, e));
    }

    /** The failure for a target. If the role lacks its trust, the fix names the target. */
    public Failure of(CloudException e, ShareTarget target) {
        Failure failure = of(e);
        return ErrorCause.of(e.code()).equals(Optional.of(ErrorCause.ROLE_NOT_READY))
                ? new Failure(
                        failure.kind(),
                        failure.code(),
                        failure.message(),
                        failure.requestId(),
                        messages.get("failure.role-not-ready.fix", TargetArguments.of(List.of(target))))
                : failure;
    }

    /** The failure of a target that was sent, while the result could not be read back. */
    public Failure unread(CloudException e) {
        return remarked(of(e));
    }

    /**
     * The same failure, with the remark that what was sent may have been done: the answer was lost or the result could not
     * be read back. A refusal stays as it is.
     */
    public Failure uncertain(Failure failure) {
        boolean notDone = !UNCERTAIN.contains(failure.kind())
                || NOT_SENT.contains(failure.code())
                || ErrorCause.of(failure.code()).equals(Optional.of(ErrorCause.THROTTLED));
        return notDone ? failure : remarked(failure);
    }

    private Failure remarked(Failure failure) {
        String message = failure.message();
        String unended = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return new Failure(
                failure.kind(),
                failure.code(),
                messages.get("failure.uncertain", unended),
                failure.requestId(),
                failure.fix());
    }

    /** The failure for an account that the cloud accepted without an error but that does not have the image. */
    public Failure notConfirmed(ImageRef image) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.not-confirmed"),
                null,
                messages.get("failure.not-confirmed.fix", image.id(), image.region()));
    }

    /** The failure for a target that was removed without an error but still has the image. */
    public Failure stillShared(ImageRef image) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.still-shared"),
                null,
                messages.get("failure.not-confirmed.fix", image.id(), image.region()));
    }

    /** The fix. The program's own failures have theirs in the bundle of their part. */
    private @Nullable String fix(ErrorAdvice advice, CloudException e) {
        String key = "failure." + e.code() + ".fix";
        return messages.has(key) ? messages.get(key) : advice.fix(e);
    }
}
