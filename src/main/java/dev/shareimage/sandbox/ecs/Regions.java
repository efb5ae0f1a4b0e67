package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Zone;
import java.util.Optional;

/** The region in which a call works. */
final class Regions {

    private Regions() {}

    /**
     * @throws ApiError 400 {@code MissingParameter} if the call names none, 404 {@code InvalidRegionId.NotFound}
     *     if the region does not exist
     */
    static Region of(Call call) throws ApiError {
        return find(call, call.parameters().get("RegionId"));
    }

    static Region find(Call call, String id) throws ApiError {
        return call.world()
                .regions()
                .find(id)
                .orElseThrow(
                        () -> new ApiError(404, "InvalidRegionId.NotFound", "The specified RegionId does not exist."));
    }

    static Zone zone(Region region, String id) throws ApiError {
        Optional<Zone> zone = region.zones().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        return zone.orElseThrow(() ->
                new ApiError(404, "InvalidZoneId.NotFound", "The zoneId provided does not exist in our records."));
    }

    /** Such as {@code acs:ecs:cn-hongkong:1000000000000001:image/m-1}. */
    static String resource(Call call, Region region, String path) {
        return "acs:ecs:" + region.id() + ":" + call.caller().accountId() + ":" + path;
    }
}
