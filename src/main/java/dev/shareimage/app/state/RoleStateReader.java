package dev.shareimage.app.state;

import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the role once, as soon as the first image of whatever region turns out to need it. */
final class RoleStateReader {

    /** Each takes a round trip, in which RAM has time to show the role everywhere. */
    private static final int MAX_READS = 5;

    private final Cloud cloud;
    private final Parallel parallel;
    private @Nullable CompletableFuture<RoleState> role;

    RoleStateReader(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
    }

    /** Begins to read, unless that was begun before. */
    synchronized CompletableFuture<RoleState> start() {
        if (role == null) {
            role = read(1);
        }
        return role;
    }

    /**
     * Role and policies are asked for side by side; where another run creates the role in between, one answer knows it and
     * the other does not, so that both are asked for again.
     */
    private CompletableFuture<RoleState> read(int attempt) {
        return parallel.read(() -> cloud.roles().find(ShareService.ROLE))
                .thenCombine(parallel.read(() -> cloud.roles().policies(ShareService.ROLE)), RoleState::of)
                .thenCompose(state -> {
                    if (!state.appears()) {
                        return CompletableFuture.completedFuture(state);
                    }
                    return attempt < MAX_READS
                            ? read(attempt + 1)
                            : CompletableFuture.completedFuture(state.withPolicies(ReadResult.failed(appearing())));
                });
    }

    private static CloudException appearing() {
        return new CloudException(
                Kind.UNAVAILABLE,
                "ListPoliciesForRole",
                "RoleAppearing",
                "the role was created a moment ago, and RAM does not show it everywhere yet");
    }

    /** The role with what the targets need to be judged, or null where nobody needed it. */
    @Nullable
    RoleState startedRole(List<ShareTarget> targets) throws CloudException {
        CompletableFuture<RoleState> started;
        synchronized (this) {
            started = role;
        }
        return started == null
                ? null
                : new DirectoryMembersReader(cloud, parallel).complete(Parallel.await(started), targets);
    }
}
