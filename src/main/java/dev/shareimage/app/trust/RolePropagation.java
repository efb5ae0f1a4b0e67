package dev.shareimage.app.trust;

import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells whether the role may be too new to be seen everywhere. */
public final class RolePropagation {

    /** A role that was written this recently by another run may not be seen everywhere yet. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private RolePropagation() {}

    /** When the role was written for the last time, by this run or, as far as that may matter, before it. */
    public static Supplier<Instant> lastWrite(RoleSetup setup, @Nullable RoleState before, RunClock timing) {
        Instant byOthers = recentlyWritten(before, timing) ? timing.clock().instant() : Instant.MIN;
        return () -> setup.lastWrite().isAfter(byOthers) ? setup.lastWrite() : byOthers;
    }

    private static boolean recentlyWritten(@Nullable RoleState state, RunClock timing) {
        Instant since = timing.clock().instant().minus(FRESH);
        return state != null
                && state.role()
                        .known()
                        .flatMap(role -> role)
                        .map(Role::updatedAt)
                        .filter(since::isBefore)
                        .isPresent();
    }
}
