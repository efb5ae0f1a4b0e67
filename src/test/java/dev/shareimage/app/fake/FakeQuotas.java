package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Quotas;
import dev.shareimage.domain.RegionId;
import java.util.OptionalInt;

/** The quota of accounts for each image, and of images. */
public final class FakeQuotas implements Quotas {

    private final CallScript script;
    private volatile OptionalInt limit = OptionalInt.of(50);
    private volatile OptionalInt images = OptionalInt.of(100);

    FakeQuotas(CallScript script) {
        this.script = script;
    }

    public void set(OptionalInt accounts) {
        limit = accounts;
    }

    public void setImages(OptionalInt count) {
        images = count;
    }

    @Override
    public OptionalInt imagesPerRegion(RegionId region) throws CloudException {
        return script.play("ListProductQuotas", region, () -> images);
    }

    @Override
    public OptionalInt accountsPerImage(RegionId region) throws CloudException {
        return script.play("GetProductQuota", region, () -> limit);
    }
}
