package dev.shareimage.app.state;

import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the role once, as soon as the first image of any region needs it. */
final class RoleStateReader {

    /** Each read takes a round trip, in which RAM may show the role everywhere. */
    private static final int MAX_READS = 5;

    private final Cloud cloud;
    private final Parallel parallel;
    private @Nullable CompletableFuture<RoleState> role;

    RoleStateReader(Cloud cloud, Parallel parallel) {
        this.cloud = cloud;
        this.parallel = parallel;
    }

    /** Starts to read, unless that was started before. */
    synchronized CompletableFuture<RoleState> start() {
        if (role == null) {
            role = read(1);
        }
        return role;
    }

    /**
     * Reads role and policies concurrently. If another run creates the role in between, only one answer knows it, so
     * both are read again.
     */
    private CompletableFuture<RoleState> read(int attempt) {
        return parallel.readNext(() -> cloud.roles().find(ShareService.ROLE))
                .thenCombine(parallel.readNext(() -> cloud.roles().policies(ShareService.ROLE)), RoleState::of)
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

    /** The role with the members that the targets depend on; null if nobody needed it. */
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
