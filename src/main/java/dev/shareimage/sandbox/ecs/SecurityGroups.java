package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.SecurityGroup;

/** The caller's security groups. */
final class SecurityGroups {

    private SecurityGroups() {}

    /**
     * The group that {@code SecurityGroupId} names, once the caller may do this to it.
     *
     * @throws ApiError 404 {@code InvalidSecurityGroupId.NotFound}
     */
    static SecurityGroup require(Call call, String action) throws ApiError {
        Region region = Regions.of(call);
        String id = call.parameters().get("SecurityGroupId");
        call.caller().require(action, Regions.resource(call, region, "securitygroup/" + id));
        return call.world()
                .securityGroups()
                .find(region.id(), id)
                .filter(group -> group.ownerId().equals(call.caller().accountId()))
                .orElseThrow(() -> new ApiError(
                        404, "InvalidSecurityGroupId.NotFound", "The specified SecurityGroupId does not exist."));
    }
}
