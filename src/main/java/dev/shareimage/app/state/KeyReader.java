package dev.shareimage.app.state;

import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a region, each once, and which keys are the cloud's own. */
final class KeyReader {

    private static final String ALIAS = "alias/";

    /** The alias of the key that ECS creates for an account. Images that are encrypted with it cannot be shared. */
    private static final KeyId SERVICE_KEY = new KeyId("alias/acs/ecs");

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final Map<KeyId, CompletableFuture<KeyState>> keys = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<ReadResult<Optional<Key>>> serviceKey;
    private @Nullable CompletableFuture<ReadResult<Set<KeyId>>> serviceKeys;

    KeyReader(Cloud cloud, Parallel parallel, RegionId region) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
    }

    /** Reads the keys of the snapshots, as far as these are known. */
    CompletableFuture<List<KeyState>> of(ReadResult<List<Snapshot>> snapshots) {
        List<CompletableFuture<KeyState>> states = snapshots.known().orElse(List.of()).stream()
                .map(Snapshot::key)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::read)
                .toList();
        return CompletableFuture.allOf(states.toArray(CompletableFuture[]::new))
                .thenApply(done -> states.stream().map(CompletableFuture::join).toList());
    }

    /** Reads a key with everything that matters, by its id or an alias. */
    CompletableFuture<KeyState> read(KeyId id) {
        return keys.computeIfAbsent(id, key -> key.value().startsWith(ALIAS) ? behind(key) : key(key));
    }

    /** Tags must be read with the key's own id. */
    private CompletableFuture<KeyState> behind(KeyId alias) {
        return parallel.readNext(() -> cloud.keys().find(region, alias))
                .thenCompose(found -> found.known()
                        .flatMap(key -> key)
                        .map(key -> key(key.id()))
                        .orElseGet(() -> CompletableFuture.completedFuture(new KeyState(
                                alias,
                                found,
                                ReadResult.unread(),
                                ReadResult.of(Optional.empty()),
                                ReadResult.of(Set.of())))));
    }

    private CompletableFuture<KeyState> key(KeyId id) {
        CompletableFuture<ReadResult<Map<String, String>>> tags =
                parallel.readNext(() -> cloud.keys().tags(region, id));
        CompletableFuture<ReadResult<Optional<Key>>> service = startServiceKey();
        CompletableFuture<ReadResult<Set<KeyId>>> services = startServiceKeys();
        return parallel.readNext(() -> cloud.keys().find(region, id))
                .thenCombine(tags, (key, tagged) -> Map.entry(key, tagged))
                .thenCombine(
                        service.thenCombine(services, (alias, all) -> Map.entry(alias, all)),
                        (both, made) ->
                                new KeyState(id, both.getKey(), both.getValue(), made.getKey(), made.getValue()));
    }

    private synchronized CompletableFuture<ReadResult<Set<KeyId>>> startServiceKeys() {
        if (serviceKeys == null) {
            serviceKeys = parallel.readNext(() -> cloud.keys().serviceKeys(region));
        }
        return serviceKeys;
    }

    private synchronized CompletableFuture<ReadResult<Optional<Key>>> startServiceKey() {
        if (serviceKey == null) {
            serviceKey = parallel.readNext(() -> cloud.keys().find(region, SERVICE_KEY));
        }
        return serviceKey;
    }
}
