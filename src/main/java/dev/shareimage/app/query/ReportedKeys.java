package dev.shareimage.app.query;

import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads the keys that encrypt images: the snapshots of a region at once, then each key once. */
final class ReportedKeys {

    private final RunContext run;
    private final Map<RegionId, Map<String, KeyId>> bySnapshot = new HashMap<>();
    private final List<KeyFacts> facts = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    ReportedKeys(RunContext run) {
        this.run = run;
    }

    /** Reads the keys. Reads without permission are left out, with a note. */
    void read(List<ImageState> images) throws CloudException {
        Map<RegionId, Set<String>> snapshots = new LinkedHashMap<>();
        for (ImageState image : images) {
            if (image.needsKey()) {
                snapshots
                        .computeIfAbsent(image.ref().region(), any -> new LinkedHashSet<>())
                        .addAll(image.found().map(Image::snapshotIds).orElse(List.of()));
            }
        }
        Map<RegionId, CompletableFuture<ReadResult<List<Snapshot>>>> started = new LinkedHashMap<>();
        snapshots.forEach((region, ids) -> started.put(
                region, run.parallel().read(() -> run.cloud().images().snapshots(region, ids))));
        Map<RegionId, Map<KeyId, CompletableFuture<ReadResult<Optional<Key>>>>> keys = new LinkedHashMap<>();
        for (Map.Entry<RegionId, CompletableFuture<ReadResult<List<Snapshot>>>> region : started.entrySet()) {
            ReadResult<List<Snapshot>> read = Parallel.await(region.getValue());
            note(read);
            keys.put(region.getKey(), start(region.getKey(), read.known().orElse(List.of())));
        }
        for (Map.Entry<RegionId, Map<KeyId, CompletableFuture<ReadResult<Optional<Key>>>>> region : keys.entrySet()) {
            for (Map.Entry<KeyId, CompletableFuture<ReadResult<Optional<Key>>>> key :
                    region.getValue().entrySet()) {
                ReadResult<Optional<Key>> read = Parallel.await(key.getValue());
                note(read);
                facts.add(facts(region.getKey(), key.getKey(), read.known().flatMap(found -> found)));
            }
        }
    }

    private Map<KeyId, CompletableFuture<ReadResult<Optional<Key>>>> start(RegionId region, List<Snapshot> snapshots) {
        Map<String, KeyId> known = new HashMap<>();
        Map<KeyId, CompletableFuture<ReadResult<Optional<Key>>>> keys = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            KeyId key = snapshot.key();
            if (key != null) {
                known.put(snapshot.id(), key);
                keys.computeIfAbsent(
                        key, id -> run.parallel().read(() -> run.cloud().keys().find(region, id)));
            }
        }
        bySnapshot.put(region, known);
        return keys;
    }

    private static KeyFacts facts(RegionId region, KeyId id, Optional<Key> key) {
        return new KeyFacts(
                region,
                id,
                key.map(Key::state).orElse(null),
                key.map(Key::deleteDate).orElse(null),
                key.map(Key::materialExpiry).orElse(null));
    }

    private void note(ReadResult<?> reading) {
        CloudException failure = reading.failure();
        if (failure != null) {
            notes.add(run.messages().part("report").get("note.keys-unread", Reason.sentence(failure, run.messages())));
        }
    }

    /** The keys of an image, as far as they are known. */
    List<KeyId> of(ImageState image) {
        Map<String, KeyId> known = bySnapshot.getOrDefault(image.ref().region(), Map.of());
        return image.found().map(Image::snapshotIds).orElse(List.of()).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<KeyFacts> facts() {
        return facts;
    }

    Set<String> notes() {
        return notes;
    }
}
