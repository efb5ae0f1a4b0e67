package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import org.jspecify.annotations.Nullable;

/** Says why something was not done, and what to do about it. */
final class FailureDescriber {

    private final Messages messages;

    FailureDescriber(Messages messages) {
        this.messages = messages;
    }

    Failure of(CloudException e) {
        String key = "failure." + e.code();
        String text = messages.has(key) ? messages.get(key) : e.text();
        return new Failure(e.kind(), e.code(), text, e.requestId().orElse(null), fix(e));
    }

    /** An account that the cloud took without an error and that has not got the image all the same. */
    Failure notConfirmed(ImageId image, RegionId region) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.not-confirmed"),
                null,
                messages.get("failure.not-confirmed.fix", image, region));
    }

    /** It was taken away without an error and is still there. */
    Failure stillShared(ImageId image, RegionId region) {
        return new Failure(
                Kind.REFUSED,
                Failure.NOT_CONFIRMED,
                messages.get("failure.still-shared"),
                null,
                messages.get("failure.not-confirmed.fix", image, region));
    }

    private @Nullable String fix(CloudException e) {
        String key = "failure." + e.code() + ".fix";
        if (messages.has(key)) {
            return messages.get(key, ShareService.ROLE);
        }
        return switch (e.kind()) {
            case NOT_PERMITTED ->
                messages.get("failure.not-permitted.fix", e.missingAction().orElse(e.call()));
            case UNAVAILABLE, INTERRUPTED -> messages.get("failure.repeat.fix");
            case NO_CREDENTIALS -> messages.get("failure.credentials.fix");
            default -> null;
        };
    }
}
