package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The caller's resources that can have tags here: images and snapshots. */
final class TaggedResources {

    private static final int MAX_IDS = 50;

    private final Call call;
    private final Region region;
    private final String type;

    private TaggedResources(Call call, Region region, String type) {
        this.call = call;
        this.region = region;
        this.type = type;
    }

    /**
     * @throws ApiError 404 {@code InvalidResourceType.NotFound} for anything but {@code image} and {@code snapshot}
     */
    static TaggedResources of(Call call) throws ApiError {
        String type = call.parameters().get("ResourceType");
        if (!type.equals("image") && !type.equals("snapshot")) {
            throw new ApiError(
                    404, "InvalidResourceType.NotFound", "The ResourceType provided does not exist in our records.");
        }
        return new TaggedResources(call, Regions.of(call), type);
    }

    /** All of the type, in the order of their ids. */
    List<Resource> all() {
        return (type.equals("image") ? images() : snapshots()).toList();
    }

    /**
     * Those that {@code ResourceId.N} names, if the caller may do this to each of them.
     *
     * @throws ApiError 400 {@code NumberExceed.ResourceIds}, 404 {@code MissingParameter.ResourceIds} or {@code
     *     InvalidResourceId.NotFound}
     */
    List<Resource> named(String action) throws ApiError {
        List<String> ids = call.parameters().list("ResourceId");
        if (ids.isEmpty()) {
            throw new ApiError(404, "MissingParameter.ResourceIds", "The parameter - ResourceIds should not be null");
        }
        if (ids.size() > MAX_IDS) {
            throw new ApiError(
                    400, "NumberExceed.ResourceIds", "The ResourceIds parameter's number is exceed , Valid : 50");
        }
        List<Resource> named = new ArrayList<>();
        for (String id : ids) {
            call.caller().require(action, Regions.resource(call, region, type + "/" + id));
            named.add(all().stream()
                    .filter(resource -> resource.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ApiError(
                            404,
                            "InvalidResourceId.NotFound",
                            "The specified ResourceIds are not found in our records.")));
        }
        return named;
    }

    /** Checks that the caller may do this to all of the type. */
    void requireAll(String action) throws ApiError {
        call.caller().require(action, Regions.resource(call, region, type + "/*"));
    }

    private Stream<Resource> images() {
        return new Images(call, region).own().map(this::resource);
    }

    private Resource resource(Image image) {
        return new Resource(
                type, image.id(), image.tags(), tags -> call.world().images().put(image.withTags(tags)));
    }

    private Stream<Resource> snapshots() {
        return call.world()
                .snapshots()
                .under(region.id())
                .filter(snapshot -> snapshot.ownerId().equals(call.caller().accountId()))
                .map(this::resource);
    }

    private Resource resource(Snapshot snapshot) {
        return new Resource(
                type,
                snapshot.id(),
                snapshot.tags(),
                tags -> call.world().snapshots().put(snapshot.withTags(tags)));
    }

    /**
     * A resource with its tags.
     *
     * @param change replaces its tags
     */
    record Resource(String type, String id, List<Tag> tags, Consumer<List<Tag>> change) {}
}
