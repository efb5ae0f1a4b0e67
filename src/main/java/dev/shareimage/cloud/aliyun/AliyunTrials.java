package dev.shareimage.cloud.aliyun;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.ecs.model.v20140526.CopyImageRequest;
import com.aliyuncs.ecs.model.v20140526.RunInstancesRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Trials;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link Trials} by ECS: a dry run that passes is an error with a code of its own. */
record AliyunTrials(Calls calls) implements Trials {

    private static final String PASSED = "DryRunOperation";

    @Override
    public Optional<String> copy(RegionId region, ImageId image, Optional<KeyId> key) throws CloudException {
        CopyImageRequest request = new CopyImageRequest();
        request.setImageId(image.value());
        request.putQueryParameter("DestinationRegionId", region.value());
        if (key.isPresent()) {
            request.putQueryParameter("Encrypted", "true");
            request.putQueryParameter("KMSKeyId", key.get().value());
        }
        return trial(region, request, image.value());
    }

    @Override
    public Optional<String> launch(RegionId region, Map<String, String> parameters) throws CloudException {
        RunInstancesRequest request = new RunInstancesRequest();
        parameters.forEach(request::putQueryParameter);
        return trial(region, request, parameters.getOrDefault("ImageId", ""));
    }

    /** With the token, a cloud that ignores {@code DryRun} does the work only once if the call is repeated. */
    private Optional<String> trial(RegionId region, AcsRequest<?> request, String target) throws CloudException {
        request.putQueryParameter("DryRun", "true");
        request.putQueryParameter("ClientToken", UUID.randomUUID().toString());
        try {
            ApiResponse made = calls.make(Call.ecs(region, request, target));
            return made.textIfAny("Code").filter(PASSED::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(made.textIfAny("ImageId")
                            .or(() -> instance(made))
                            .orElseThrow(() -> made.malformed("ImageId or InstanceIdSets", "is missing")));
        } catch (CloudException e) {
            if (e.code().equals(PASSED)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The first of the instances that were launched. */
    private static Optional<String> instance(ApiResponse made) {
        String id = made.node().at("/InstanceIdSets/InstanceIdSet/0").asText();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
