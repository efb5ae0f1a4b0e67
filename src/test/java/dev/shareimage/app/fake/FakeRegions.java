package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Regions;
import dev.shareimage.domain.RegionId;
import java.util.List;

/** The existing regions. */
public final class FakeRegions implements Regions {

    private final CallScript script;
    private volatile List<RegionId> regions = List.of(FakeCloud.HONGKONG, FakeCloud.SINGAPORE);

    FakeRegions(CallScript script) {
        this.script = script;
    }

    public void only(RegionId... regions) {
        this.regions = List.of(regions);
    }

    @Override
    public List<RegionId> all(RegionId askedFrom) throws CloudException {
        return script.play("DescribeRegions", "", () -> regions);
    }
}
