package dev.shareimage.cli;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.Failure;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The failure for regions that could not be read, so that a result may lack images. */
final class UnreadRegionsFailure {

    private UnreadRegionsFailure() {}

    /** The failure that names them; null if there are none. */
    static @Nullable Failure describe(Map<RegionId, CloudException> unread, Messages messages) {
        if (unread.isEmpty()) {
            return null;
        }
        String regions = Reason.inRegions(unread);
        CloudException first = unread.values().iterator().next();
        return new Failure(
                first.kind(),
                Failure.REGION_UNREAD,
                messages.get("list.unread", regions),
                first.requestId().orElse(null),
                new ErrorAdvice(messages).fix(first));
    }
}
