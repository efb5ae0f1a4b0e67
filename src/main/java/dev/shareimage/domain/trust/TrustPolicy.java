package dev.shareimage.domain.trust;

import dev.shareimage.domain.ShareTarget;
import java.util.Collection;

/** Written next. */
public final class TrustPolicy {
    public TrustPolicy with(Collection<? extends ShareTarget> targets) {
        return this;
    }

    public TrustPolicy without(Collection<? extends ShareTarget> targets) {
        return this;
    }
}
