package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Instance;
import java.util.stream.Stream;

/** The caller's instances in the region of a call. An id alone is enough, because some calls have no region. */
final class Instances {

    private final Call call;

    Instances(Call call) {
        this.call = call;
    }

    Stream<Instance> all() {
        return call.world().instances().stream()
                .filter(instance -> instance.ownerId().equals(call.caller().accountId()));
    }

    /**
     * The instance that {@code InstanceId} names, if the caller may do this to it.
     *
     * @throws ApiError 404 {@code InvalidInstanceId.NotFound}
     */
    Instance require(String action) throws ApiError {
        String id = call.parameters().get("InstanceId");
        call.caller()
                .require(
                        action, "acs:ecs:" + call.region() + ":" + call.caller().accountId() + ":instance/" + id);
        return all().filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ApiError(404, "InvalidInstanceId.NotFound", "The specified InstanceId does not exist."));
    }
}
