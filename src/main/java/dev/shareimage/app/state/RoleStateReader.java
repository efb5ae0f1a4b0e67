package dev.shareimage.app.state;

import dev.shareimage.app.ShareService;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the role once, as soon as the first image of whatever region turns out to need it. */
final class RoleStateReader {

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
            role = parallel.read(() -> cloud.roles().find(ShareService.ROLE))
                    .thenCombine(parallel.read(() -> cloud.roles().policies(ShareService.ROLE)), RoleState::of);
        }
        return role;
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
