package dev.shareimage.cloud.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeRegionsRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Regions;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;

/** {@link Regions} through the API of ECS. */
record AliyunRegions(Calls calls) implements Regions {

    @Override
    public List<RegionId> all(RegionId askedFrom) throws CloudException {
        ApiResponse answer = calls.make(Call.ecs(askedFrom, new DescribeRegionsRequest(), ""));
        List<RegionId> regions = new ArrayList<>();
        for (ApiResponse region : answer.list("Regions", "Region")) {
            regions.add(region.value("RegionId", RegionId::new));
        }
        if (regions.isEmpty()) {
            throw answer.malformed("Regions", "is empty");
        }
        return regions;
    }
}
