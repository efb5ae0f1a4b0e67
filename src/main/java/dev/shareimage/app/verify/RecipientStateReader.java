package dev.shareimage.app.verify;

import dev.shareimage.app.state.OtherRegionSearch;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.verify.RecipientState.SeenImage;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Key;
import dev.shareimage.cloud.Role;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads what a launch needs in the recipient's account: everything concurrently, then the suitable key. */
final class RecipientStateReader {

    /** The maximum number of keys that are read one by one to say what each lacks, if none is usable. */
    private static final int MAX_CANDIDATES = 10;

    private final Cloud cloud;
    private final Parallel parallel;
    private final RegionId region;
    private final boolean regionKnown;

    /** @param regionKnown whether the images are known to be in the region, so that other regions are not searched */
    RecipientStateReader(Cloud cloud, Parallel parallel, RegionId region, boolean regionKnown) {
        this.cloud = cloud;
        this.parallel = parallel;
        this.region = region;
        this.regionKnown = regionKnown;
    }

    RecipientState read(List<ImageId> images, Optional<KeyId> key) throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                parallel.read(() -> cloud.identity().caller());
        List<CompletableFuture<SeenImage>> seen =
                images.stream().map(this::image).toList();
        CompletableFuture<ReadResult<Boolean>> opened =
                parallel.read(() -> cloud.keys().opened(region));
        CompletableFuture<ReadResult<Optional<Role>>> role =
                parallel.read(() -> cloud.roles().find(OwnRole.NAME));
        CompletableFuture<ReadResult<List<AttachedPolicy>>> policies =
                parallel.read(() -> cloud.roles().policies(OwnRole.NAME));
        CompletableFuture<OwnKeys> keys = key.isPresent()
                ? key(key.get()).thenApply(named -> new OwnKeys(true, ReadResult.unread(), Optional.of(named)))
                : anyKey();
        return new RecipientState(
                region,
                Parallel.await(caller),
                Parallel.awaitEach(seen),
                Parallel.await(opened),
                new OwnRole(Parallel.await(role), Parallel.await(policies)),
                Parallel.await(keys));
    }

    private CompletableFuture<SeenImage> image(ImageId id) {
        CompletableFuture<ReadResult<Optional<Image>>> image =
                parallel.read(() -> cloud.images().find(region, id));
        return image.thenCompose(here -> elsewhere(id, here).thenApply(other -> new SeenImage(id, here, other)));
    }

    private CompletableFuture<Optional<RegionId>> elsewhere(ImageId id, ReadResult<Optional<Image>> here) {
        return regionKnown
                ? CompletableFuture.completedFuture(Optional.empty())
                : new OtherRegionSearch(cloud, parallel, region).of(id, here);
    }

    private CompletableFuture<OwnKey> key(KeyId name) {
        CompletableFuture<ReadResult<Map<String, String>>> tags =
                parallel.read(() -> cloud.keys().tags(region, name));
        CompletableFuture<ReadResult<Optional<Key>>> key =
                parallel.read(() -> cloud.keys().find(region, name));
        return key.thenCombine(tags, (found, all) -> new OwnKey(name, found, all));
    }

    private CompletableFuture<OwnKeys> anyKey() {
        return parallel.read(() -> cloud.keys().diskKeys(region)).thenCompose(usable -> {
            if (usable.known().isEmpty()) {
                return CompletableFuture.completedFuture(new OwnKeys(false, usable, Optional.empty()));
            }
            Set<KeyId> ids = usable.known().get();
            return ids.isEmpty()
                    ? parallel.read(() -> cloud.keys().customerKeys(region))
                            .thenCompose(all -> nearest(all, all.known().isPresent() ? usable : all, MAX_CANDIDATES))
                    : nearest(usable, usable, 1);
        });
    }

    /** Of the first keys, the one that needs the fewest changes. */
    private CompletableFuture<OwnKeys> nearest(ReadResult<Set<KeyId>> keys, ReadResult<Set<KeyId>> usable, int most) {
        List<CompletableFuture<OwnKey>> candidates = keys.known().orElse(Set.of()).stream()
                .limit(most)
                .map(this::key)
                .toList();
        return CompletableFuture.allOf(candidates.toArray(CompletableFuture[]::new))
                .thenApply(done -> new OwnKeys(
                        false,
                        usable,
                        candidates.stream()
                                .map(CompletableFuture::join)
                                .min(Comparator.comparingInt(OwnKey::distance))));
    }
}
