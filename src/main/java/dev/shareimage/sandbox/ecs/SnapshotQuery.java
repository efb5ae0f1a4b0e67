package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.JsonStrings;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.answer.Wildcards;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The snapshots that a call requests. */
final class SnapshotQuery {

    private static final int MAX_IDS = 100;
    private static final String CATEGORY = "standard";
    private static final Set<String> CATEGORIES = Set.of(CATEGORY, "flash", "archive");
    private static final Set<String> USAGES = Set.of("image", "disk", "image_disk", "none");
    private static final Set<String> DISK_TYPES = Set.of("system", "data");
    private static final Set<String> STATUSES = Set.of("progressing", "accomplished", "failed", "all");
    private static final Set<String> TYPES = Set.of("auto", "user", "all");

    private final Parameters parameters;
    private final Optional<Set<String>> ids;
    private final TagFilter tags;
    private final TimeFilter times;

    private SnapshotQuery(Parameters parameters, Optional<Set<String>> ids, TagFilter tags, TimeFilter times) {
        this.parameters = parameters;
        this.ids = ids;
        this.tags = tags;
        this.times = times;
    }

    /**
     * @throws ApiError 403 {@code InvalidSnapshotIds.Malformed} for more than 100 ids or for what is no JSON array, and
     *     for each filter the error that the documentation has for a value that it does not know
     */
    static SnapshotQuery of(Parameters parameters) throws ApiError {
        requireKnown(parameters);
        Optional<String> list = parameters.find("SnapshotIds");
        Optional<Set<String>> ids = list.isEmpty() ? Optional.empty() : Optional.of(ids(list.get()));
        return new SnapshotQuery(parameters, ids, TagFilter.of(parameters), TimeFilter.of(parameters));
    }

    boolean matches(Snapshot snapshot) {
        return ids.map(wanted -> wanted.contains(snapshot.id())).orElse(true)
                && isOfTheKind()
                && is("KMSKeyId", String.valueOf(snapshot.keyId()))
                && is("SourceDiskType", snapshot.diskType())
                && hasNoOrigin()
                && hasStatus(snapshot)
                && hasName(snapshot)
                && (snapshot.isEncrypted() || !Switches.isOn(parameters, "Encrypted"))
                && times.includes(snapshot.created())
                && tags.matches(snapshot.tags());
    }

    private static void requireKnown(Parameters parameters) throws ApiError {
        String category = parameters.find("Category").orElse(CATEGORY).toLowerCase(Locale.ROOT);
        require(CATEGORIES.contains(category), 403, "InvalidSnapshotCategory.Malformed", "Category is not valid");
        require(is(parameters, "Usage", USAGES), 404, "InvalidUsage", "Usage is not valid");
        require(
                is(parameters, "SourceDiskType", DISK_TYPES),
                404,
                "InvalidSourceDiskType",
                "SourceDiskType is not valid");
        require(is(parameters, "Status", STATUSES), 404, "InvalidStatus.NotFound", "Status is not found");
        require(
                is(parameters, "SnapshotType", TYPES),
                404,
                "InvalidSnapshotType.NotFound",
                "SnapshotType is not found");
        require(
                parameters.find("SnapshotLinkId").isEmpty(),
                404,
                "InvalidSnapshotLinkId.NotFound",
                "snapshot link is not found");
    }

    private static boolean is(Parameters parameters, String name, Set<String> known) {
        return parameters.find(name).map(known::contains).orElse(true);
    }

    private static void require(boolean condition, int status, String code, String problem) throws ApiError {
        if (!condition) {
            throw new ApiError(status, code, "The specified " + problem + ".");
        }
    }

    /** All snapshots here are standard ones, created by hand from images. */
    private boolean isOfTheKind() {
        return parameters.find("Category").map(CATEGORY::equalsIgnoreCase).orElse(true)
                && parameters
                        .find("Usage")
                        .map(usage -> !usage.equals("none") && !usage.equals("disk"))
                        .orElse(true)
                && parameters
                        .find("SnapshotType")
                        .map(type -> !type.equals("auto"))
                        .orElse(true);
    }

    /** Snapshots here do not know their disk or instance, and there are no resource groups. */
    private boolean hasNoOrigin() {
        return Stream.of("DiskId", "InstanceId", "ResourceGroupId")
                .noneMatch(name -> parameters.find(name).isPresent());
    }

    private boolean is(String name, String value) {
        return parameters.find(name).map(value::equals).orElse(true);
    }

    private boolean hasName(Snapshot snapshot) {
        return parameters
                .find("SnapshotName")
                .map(pattern -> Wildcards.matches(pattern, snapshot.name()))
                .orElse(true);
    }

    private boolean hasStatus(Snapshot snapshot) {
        return parameters
                .find("Status")
                .map(status -> status.equals("all") || status.equals(snapshot.status()))
                .orElse(true);
    }

    private static Set<String> ids(String list) throws ApiError {
        Optional<Set<String>> ids = JsonStrings.parse(list);
        if (ids.isEmpty() || ids.get().size() > MAX_IDS) {
            throw new ApiError(
                    403,
                    "InvalidSnapshotIds.Malformed",
                    "The amount of specified specified snapshot Ids exceeds the limit.");
        }
        return ids.get();
    }
}
