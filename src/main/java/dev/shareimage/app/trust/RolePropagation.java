package dev.shareimage.app.trust;

import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells whether the role is so new that it may not be visible everywhere. */
public final class RolePropagation {

    /** A role that another run wrote this recently may not be visible everywhere yet. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private RolePropagation() {}

    /** The time of the last write of the role: by this run, or by another run if that was recent. */
    public static Supplier<Instant> lastWrite(RoleSetup setup, @Nullable RoleState before, RunClock clock) {
        Instant byOthers = recentlyWritten(before, clock) ? clock.now() : Instant.MIN;
        return () -> setup.lastWrite().isAfter(byOthers) ? setup.lastWrite() : byOthers;
    }

    private static boolean recentlyWritten(@Nullable RoleState state, RunClock clock) {
        Instant since = clock.now().minus(FRESH);
        return state != null
                && state.role()
                        .known()
                        .flatMap(role -> role)
                        .map(Role::updatedAt)
                        .filter(since::isBefore)
                        .isPresent();
    }
}
