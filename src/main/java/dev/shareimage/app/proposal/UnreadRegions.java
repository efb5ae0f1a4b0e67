package dev.shareimage.app.proposal;

import dev.shareimage.app.Failure;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import org.jspecify.annotations.Nullable;

/** Names the regions that could not be read, which may have more of the requested images. */
record UnreadRegions(Messages messages) {

    /** The sentence; null if all regions could be read. */
    @Nullable
    Failure failure(SelectedImages selected) {
        if (selected.unread().isEmpty()) {
            return null;
        }
        CloudException first = selected.unread().values().iterator().next();
        String regions = Reason.inRegions(selected.unread());
        return new Failure(
                first.kind(),
                Failure.REGION_UNREAD,
                messages.get("failure.regions-unread", regions),
                first.requestId().orElse(null),
                new FailureDescriber(messages).of(first).fix());
    }
}
