package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.answer.Wildcards;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Snapshot;
import java.util.Optional;
import java.util.Set;

/** Which snapshots a call asks for. */
final class SnapshotQuery {

    private static final int MAX_IDS = 100;

    private final Parameters parameters;
    private final Optional<Set<String>> ids;
    private final TagFilter tags;

    private SnapshotQuery(Parameters parameters, Optional<Set<String>> ids, TagFilter tags) {
        this.parameters = parameters;
        this.ids = ids;
        this.tags = tags;
    }

    /**
     * @throws ApiError 403 {@code InvalidSnapshotIds.Malformed} for more than 100 ids or for what is no JSON array
     */
    static SnapshotQuery of(Parameters parameters) throws ApiError {
        Optional<String> list = parameters.find("SnapshotIds");
        Optional<Set<String>> ids = list.isEmpty() ? Optional.empty() : Optional.of(ids(list.get()));
        return new SnapshotQuery(parameters, ids, TagFilter.of(parameters));
    }

    boolean matches(Snapshot snapshot) {
        return ids.map(wanted -> wanted.contains(snapshot.id())).orElse(true)
                && is("KMSKeyId", String.valueOf(snapshot.keyId()))
                && is("SourceDiskType", snapshot.diskType())
                && hasStatus(snapshot)
                && hasName(snapshot)
                && (snapshot.isEncrypted() || !Switches.isOn(parameters, "Encrypted"))
                && tags.matches(snapshot.tags());
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
