package dev.shareimage.app.share;

import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ResourceShares;
import dev.shareimage.domain.RegionId;
import java.time.Duration;

/** Deletes resource shares. A missing share counts as deleted, because the answer to a first call may be lost. */
record ShareDeletion(ResourceShares port, RunClock clock, RegionId region) {

    private static final int MAX_ATTEMPTS = 6;
    private static final String UNFINISHED = "DeleteResourceShareConflict";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /**
     * Deletes a share as soon as the cloud has finished changing it.
     *
     * @throws CloudException if it still exists, or may exist
     */
    void delete(String shareId, String name) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            try {
                port.delete(region, shareId);
                return;
            } catch (CloudException e) {
                if (e.kind() == Kind.NOT_FOUND || mayBeDone(e) && isGone(shareId, name)) {
                    return;
                }
                if (!e.code().equals(UNFINISHED) || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
            clock.pause(clock.jittered(backoff.next()), "DeleteResourceShare");
        }
    }

    private static boolean mayBeDone(CloudException e) {
        return e.kind() == Kind.UNAVAILABLE || e.code().equals("ResourceShareStatusMismatchAction");
    }

    private boolean isGone(String shareId, String name) throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(clock, "ListResourceShares");
        while (true) {
            boolean there = port.named(region, name).stream()
                    .anyMatch(share -> share.id().equals(shareId) && share.active());
            if (!there || !wait.mayLag()) {
                return !there;
            }
            wait.pause();
        }
    }
}
