package dev.shareimage.app.run;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.Failure;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import org.jspecify.annotations.Nullable;

/** Says why something was not done, and what to do about it. */
public final class FailureDescriber {

    private final Messages messages;

    public FailureDescriber(Messages messages) {
        this.messages = messages;
    }

    public Failure of(CloudException e) {
        ErrorAdvice advice = new ErrorAdvice(messages);
        return new Failure(e.kind(), e.code(), advice.cause(e), e.requestId().orElse(null), fix(advice, e));
    }

    /** An account that the cloud took without an error and that has not got the image all the same. */
    public Failure notConfirmed(ImageId image, RegionId region) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.not-confirmed"),
                null,
                messages.get("failure.not-confirmed.fix", image, region));
    }

    /** It was taken away without an error and is still there. */
    public Failure stillShared(ImageId image, RegionId region) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.still-shared"),
                null,
                messages.get("failure.not-confirmed.fix", image, region));
    }

    /** What the program itself tells of has a repair beside the other sentences of its part. */
    private @Nullable String fix(ErrorAdvice advice, CloudException e) {
        String key = "failure." + e.code() + ".fix";
        return messages.has(key) ? messages.get(key) : advice.fix(e);
    }
}
