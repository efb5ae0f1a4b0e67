package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.JsonStrings;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caller's disks. In this world disks exist only as parts of their instances, so the list is empty. */
final class DescribeDisks implements Action.Handler {

    private static final String NAME = "ecs:DescribeDisks";

    private static final int MAX_RESULTS = 500;
    private static final int MAX_IDS = 100;

    /** A parameter with documented values, and the error for others. */
    private record Known(String parameter, int status, String code, List<String> values) {}

    private static final List<Known> KNOWN = List.of(
            new Known("DiskType", 400, "InvalidDiskType.ValueNotSupported", List.of("all", "system", "data")),
            new Known(
                    "Category",
                    400,
                    "InvalidCategory.ValueNotSupported",
                    List.of(
                            "all",
                            "cloud",
                            "cloud_efficiency",
                            "cloud_ssd",
                            "cloud_essd",
                            "cloud_auto",
                            "cloud_regional_disk_auto",
                            "cloud_essd_entry",
                            "elastic_ephemeral_disk_standard",
                            "elastic_ephemeral_disk_premium",
                            "local_ssd_pro",
                            "local_hdd_pro",
                            "ephemeral",
                            "ephemeral_ssd")),
            new Known(
                    "Status",
                    400,
                    "InvalidStatus.ValueNotSupported",
                    List.of("All", "In_use", "Available", "Attaching", "Detaching", "Creating", "ReIniting")),
            new Known("DiskChargeType", 404, "InvalidDiskChargeType.NotFound", List.of("PrePaid", "PostPaid")),
            new Known("LockReason", 404, "InvalidLockReason.NotFound", List.of("financial", "security")));

    static Action action() {
        return new Action(
                "DescribeDisks",
                Set.of(
                        "AdditionalAttributes.N",
                        "AutoSnapshotPolicyId",
                        "Category",
                        "DeleteAutoSnapshot",
                        "DeleteWithInstance",
                        "DiskChargeType",
                        "DiskIds",
                        "DiskName",
                        "DiskType",
                        "DryRun",
                        "EnableAutoSnapshot",
                        "EnableAutomatedSnapshotPolicy",
                        "EnableShared",
                        "Encrypted",
                        "Filter.N.Key",
                        "Filter.N.Value",
                        "InstanceId",
                        "KMSKeyId",
                        "LockReason",
                        "MaxResults",
                        "MultiAttach",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "Portable",
                        "RegionId",
                        "ResourceGroupId",
                        "SnapshotId",
                        "Status",
                        "Tag.N.Key",
                        "Tag.N.Value",
                        "Tag.N.key",
                        "Tag.N.value",
                        "ZoneId"),
                NAME,
                new DescribeDisks());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = region(call);
        call.caller().require(NAME, Regions.resource(call, region, "disk/*"));
        Parameters parameters = call.parameters();
        requireKnown(parameters);
        parameters.integer("MaxResults", Page.DEFAULT_SIZE, 1, MAX_RESULTS);
        requireIds(parameters);
        requireZone(parameters, region);
        TagFilter.of(parameters);
        TimeFilter.of(parameters);
        Switches.endDryRun(parameters);
        ObjectNode answer = Answers.object();
        Page.of(parameters).describe(answer, 0);
        Answers.wrapped(answer, "Disks", "Disk");
        return answer;
    }

    /** This call has codes of its own for the region. */
    private static Region region(Call call) throws ApiError {
        Optional<String> id = call.parameters().find("RegionId");
        if (id.isEmpty()) {
            throw new ApiError(400, "MissingParamter.RegionId", "The regionId should not be null.");
        }
        return call.world()
                .regions()
                .find(id.get())
                .orElseThrow(() ->
                        new ApiError(400, "InvalidRegion.NotFound", "The specified parameter RegionId is not valid."));
    }

    private static void requireIds(Parameters parameters) throws ApiError {
        Optional<String> list = parameters.find("DiskIds");
        if (list.isPresent()) {
            Set<String> ids = JsonStrings.parse(list.get())
                    .orElseThrow(() -> new ApiError(
                            400, "InvalidParameter.DiskIds", "The specified parameter diskIds is not valid."));
            if (ids.size() > MAX_IDS) {
                throw new ApiError(
                        403, "InvalidDiskIds.Malformed", "The amount of specified disk Ids exceeds the limit.");
            }
        }
    }

    private static void requireZone(Parameters parameters, Region region) throws ApiError {
        Optional<String> zone = parameters.find("ZoneId");
        if (zone.isPresent()
                && region.zones().stream().noneMatch(known -> known.id().equals(zone.get()))) {
            throw new ApiError(400, "InvalidZoneId.NotFound", "The zoneId provided does not exist in our records.");
        }
    }

    private static void requireKnown(Parameters parameters) throws ApiError {
        for (Known known : KNOWN) {
            String value =
                    parameters.find(known.parameter()).orElse(known.values().get(0));
            if (!known.values().contains(value)) {
                throw new ApiError(known.status(), known.code(), "The specified " + known.parameter() + " is unknown.");
            }
        }
    }
}
