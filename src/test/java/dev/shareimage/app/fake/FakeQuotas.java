package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Quotas;
import dev.shareimage.domain.RegionId;
import java.util.OptionalInt;

/** How many accounts an image may be shared with. */
public final class FakeQuotas implements Quotas {

    private final CallScript script;
    private volatile OptionalInt limit = OptionalInt.of(50);

    FakeQuotas(CallScript script) {
        this.script = script;
    }

    public void set(OptionalInt accounts) {
        limit = accounts;
    }

    @Override
    public OptionalInt accountsPerImage(RegionId region) throws CloudException {
        return script.play("GetProductQuota", region, () -> limit);
    }
}
