package dev.shareimage.app.copy;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.KeyState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the present state of the requested copies: one list of images for each region, and keys and quota only if a
 * copy must be made.
 */
public final class CopyReader {

    /** The maximum number of keys to read. With more keys somebody must choose anyway. */
    private static final int MAX_CANDIDATES = 20;

    private final RunContext run;
    private final List<CopyWish> wishes;
    private final Map<RegionId, Destination> destinations = new LinkedHashMap<>();

    /** Begins to read. */
    public CopyReader(RunContext run, List<CopyWish> wishes) {
        this.run = run;
        this.wishes = List.copyOf(wishes);
        wishes.forEach(wish -> destinations.computeIfAbsent(wish.target().region(), Destination::new));
    }

    /**
     * Reads the copies, in the order of the wishes. A general wish makes no copies of copies.
     *
     * @throws CloudException if a required list cannot be read
     */
    public List<CopyState> read() throws CloudException {
        for (Destination destination : destinations.values()) {
            destination.images = Parallel.await(destination.listing).require();
        }
        List<CopyWish> meant = meant();
        List<CompletableFuture<KeyChoice>> choices = new ArrayList<>();
        for (CopyWish wish : meant) {
            Destination destination = at(wish);
            boolean exists = CopyState.existing(wish, destination.images).isPresent();
            if (!exists) {
                destination.readLimit();
            }
            choices.add(destination.choice(wish.target(), exists));
        }
        List<CopyState> states = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            Destination destination = at(meant.get(i));
            states.add(new CopyState(
                    meant.get(i), destination.images, destination.limit(), Parallel.await(choices.get(i))));
        }
        for (Destination destination : destinations.values()) {
            destination.requireKeys();
        }
        return states;
    }

    private List<CopyWish> meant() {
        if (wishes.stream().noneMatch(CopyWish::general)) {
            return wishes;
        }
        Set<ImageRef> copies = new HashSet<>();
        for (CopyWish wish : wishes) {
            Destination destination = at(wish);
            CopyState.existing(wish, destination.images)
                    .ifPresent(image -> copies.add(new ImageRef(destination.region, image.id())));
        }
        return wishes.stream()
                .filter(wish -> !wish.general() || !copies.contains(wish.source()))
                .toList();
    }

    private Destination at(CopyWish wish) {
        return Objects.requireNonNull(destinations.get(wish.target().region()));
    }

    /** A region with requested copies. */
    private final class Destination {

        private final RegionId region;
        private final CompletableFuture<ReadResult<List<Image>>> listing;
        private final StateReader keys;
        private final Map<CopyTarget, CompletableFuture<KeyChoice>> choices = new LinkedHashMap<>();
        private List<Image> images = List.of();
        private @Nullable CompletableFuture<ReadResult<OptionalInt>> limit;
        private @Nullable CompletableFuture<ReadResult<Set<KeyId>>> fit;

        Destination(RegionId region) {
            this.region = region;
            this.keys = new StateReader(run.cloud(), run.parallel(), region);
            this.listing = run.parallel().read(() -> {
                List<Image> all = new ArrayList<>();
                run.cloud().images().forEachOwned(region, all::addAll);
                return List.copyOf(all);
            });
        }

        void readLimit() {
            if (limit == null) {
                limit = run.parallel().read(() -> run.cloud().quotas().imagesPerRegion(region));
            }
        }

        ReadResult<OptionalInt> limit() throws CloudException {
            return limit == null ? ReadResult.unread() : Parallel.await(limit);
        }

        /** For an existing copy it only matters whether it has the named key. */
        CompletableFuture<KeyChoice> choice(CopyTarget target, boolean exists) {
            if (target.key().isPresent()) {
                return choices.computeIfAbsent(
                        target, asked -> named(asked.key().get()));
            }
            return exists
                    ? CompletableFuture.completedFuture(KeyChoice.NONE)
                    : choices.computeIfAbsent(target, any -> found());
        }

        private CompletableFuture<KeyChoice> named(KeyId key) {
            return keys.keyState(key).thenApply(state -> new KeyChoice(true, List.of(state)));
        }

        private CompletableFuture<KeyChoice> found() {
            fit = run.parallel().read(() -> run.cloud().keys().diskKeys(region));
            return fit.thenCompose(ids -> candidates(ids.known().orElse(Set.of())));
        }

        private CompletableFuture<KeyChoice> candidates(Set<KeyId> ids) {
            List<CompletableFuture<KeyState>> states = ids.stream()
                    .sorted(Comparator.comparing(KeyId::value))
                    .limit(MAX_CANDIDATES)
                    .map(keys::keyState)
                    .toList();
            return CompletableFuture.allOf(states.toArray(CompletableFuture[]::new))
                    .thenApply(all -> new KeyChoice(
                            false,
                            states.stream()
                                    .map(CompletableFuture::join)
                                    .filter(state -> !KeyChoice.unfit(state))
                                    .toList()));
        }

        /** Without the list of keys there is no key for the copy. */
        void requireKeys() throws CloudException {
            if (fit != null) {
                Parallel.await(fit).require();
            }
        }
    }
}
