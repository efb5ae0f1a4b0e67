package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.HostLock;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Role;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the trust policy so that writers at the same time all end in it.
 *
 * <p>{@code UpdateRole} replaces the whole document, without a version check. So: read, merge, write at once; then, after a
 * settle time that is longer than another writer's time from read to write, read again. Whoever was overwritten merges
 * once more. A writer that lost our change was working on a stale copy, so what else we had seen and it lost comes back
 * too; a writer that kept our change had seen everything, and what it took out it meant. What this guarantees and what it
 * cannot is in the page on concurrent writers.
 */
public final class TrustWriter {

    /** The code of the failure when others do not stop overwriting a change. */
    static final String CONTENDED = "TrustPolicyContended";

    private static final int ROUNDS = 20;

    /** Writes that fail before it is given up; each is preceded by a reading, so that nothing is written blindly. */
    private static final int ATTEMPTS = 6;

    /** Two people who disagree are not settled by a tool. */
    private static final int REMOVALS = 3;

    /**
     * How old a reading may be that is written over, unless the settle time asks for a younger one. It spares the round
     * trip of another reading, and adds to the time from read to write, which the settle time has to outlast.
     */
    private static final Duration RECENT = Duration.ofSeconds(1);

    /** So much of the settle time is left for the write, and for RAM to show it. */
    private static final int SETTLE_TIMES_RECENT = 3;

    /** What is longer is no delay of the cloud's. */
    private static final int MAX_LAG_IN_SETTLE_TIMES = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(4);

    private final Roles roles;
    private final RunClock timing;
    private final HostLock lock;
    private final Messages messages;
    private final Progress progress;
    private Duration longestLag = Duration.ZERO;
    private Instant lastLook = Instant.MIN;
    private volatile Instant lastWrite = Instant.MIN;

    /** What a write was to replace that may have been done though its answer was lost: it has to settle as any other. */
    private @Nullable TrustPolicy unanswered;

    TrustWriter(Roles roles, RunClock timing, HostLock lock, Messages messages, Progress progress) {
        this.roles = roles;
        this.timing = timing;
        this.lock = lock;
        this.messages = messages;
        this.progress = progress;
    }

    /**
     * The policy as it was read.
     *
     * @param asked when it was asked for, or before
     */
    public record Observed(TrustPolicy policy, Instant asked) {}

    /**
     * One write of the policy.
     *
     * @param replaced the policy that was read just before
     * @param seen the policy that the change was merged into: that one, and what others had lost of an earlier one
     * @param after what is in force now
     * @param at when it was written
     * @param wrote false when the change held already
     */
    record Written(TrustPolicy replaced, TrustPolicy seen, TrustPolicy after, Instant at, boolean wrote) {

        /** Nothing had to be written. */
        static Written nothing(TrustPolicy read, Instant at) {
            return new Written(read, read, read, at, false);
        }
    }

    /** Makes the change on the policy as it is now; nothing is written when it holds already. */
    Written write(TrustChange change) throws CloudException {
        return write(change, null);
    }

    /**
     * Makes the change on the policy as it is now, or as it was read a moment ago.
     *
     * @param observed the reading that the change was planned on; read again where it is null, or too old
     */
    Written write(TrustChange change, @Nullable Observed observed) throws CloudException {
        return write(change, TrustPolicy.empty(), observed);
    }

    /**
     * Waits until no other writer can overwrite the change any more, and makes it again as often as that happened.
     *
     * @throws CloudException of kind {@code UNAVAILABLE} when others do not stop overwriting it
     */
    TrustPolicy confirm(TrustChange change, Written first) throws CloudException {
        Written written = first;
        if (written.wrote()) {
            progress.step(messages.get("progress.settle", timing.settle().toMillis() / 1000.0));
        }
        int rounds = change instanceof TrustChange.Remove ? REMOVALS : ROUNDS;
        for (int round = 1; round <= rounds; round++) {
            if (written.wrote()) {
                settle(change, written);
            }
            TrustPolicy now = read(change);
            if (holds(change, now, round)) {
                return now;
            }
            progress.step(messages.get("progress.trust-again"));
            timing.pause(timing.jittered(FIRST_PAUSE.multipliedBy(Math.min(round, 8))), "trust policy");
            written = write(change, written.seen(), null);
        }
        throw new CloudException(
                Kind.UNAVAILABLE,
                "UpdateRole",
                CONTENDED,
                "other writers keep overwriting the trust policy; run the command again when they are done");
    }

    private static boolean holds(TrustChange change, TrustPolicy now, int round) {
        if (change instanceof TrustChange.Replace replace) {
            return round > 1 || now.equals(replace.replacement());
        }
        return change.apply(now) == now;
    }

    private Written write(TrustChange change, TrustPolicy seenBefore, @Nullable Observed first) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
        unanswered = null;
        @Nullable Observed observed = first;
        for (int attempt = 1; ; attempt++) {
            try {
                @Nullable Observed known = observed;
                return lock.during(
                        timing,
                        lastTurn -> writeOnce(
                                change,
                                seenBefore,
                                known != null && isRecent(known, lastTurn) ? known.policy() : read(change)));
            } catch (CloudException e) {
                if (e.kind() != Kind.UNAVAILABLE
                        || attempt == ATTEMPTS
                        || e.code().equals("TimeBudget")) {
                    throw e;
                }
            }
            observed = null;
            timing.pause(timing.jittered(backoff.next()), "UpdateRole");
        }
    }

    /** Whether a reading is as good as a new one: young, and from after the last write from this machine. */
    private boolean isRecent(Observed observed, Instant lastTurn) {
        Duration age = Duration.between(observed.asked(), timing.clock().instant());
        Duration limit = min(RECENT, timing.settle().dividedBy(SETTLE_TIMES_RECENT));
        return observed.asked().isAfter(lastTurn) && !age.isNegative() && age.compareTo(limit) < 0;
    }

    private Written writeOnce(TrustChange change, TrustPolicy seenBefore, TrustPolicy now) throws CloudException {
        TrustPolicy restored = change instanceof TrustChange.Add ? now.merge(seenBefore) : now;
        TrustPolicy after = change.apply(restored);
        if (after.equals(now)) {
            return unanswered == null
                    ? Written.nothing(now, timing.clock().instant())
                    : new Written(unanswered, restored, now, timing.clock().instant(), true);
        }
        refuseOpenDoor(after);
        unanswered = now;
        replace(after);
        return new Written(now, restored, after, timing.clock().instant(), true);
    }

    private void replace(TrustPolicy after) throws CloudException {
        lastWrite = timing.clock().instant();
        try {
            roles.replaceTrust(ShareService.ROLE, after.json());
            lastWrite = timing.clock().instant();
        } catch (CloudException e) {
            throw TrustTooLong.explained(e, after, messages);
        }
    }

    private static void refuseOpenDoor(TrustPolicy after) throws CloudException {
        if (after.allowsAnyAccount()) {
            throw new CloudException(
                    Kind.REFUSED,
                    "UpdateRole",
                    "OpenTrustPolicy",
                    "the trust policy lets every account in the world use the keys, and such a policy is never written;"
                            + " close it with set-trust --replace");
        }
    }

    /** Waits for the settle time; longer where reads are seen to lag behind the write. */
    private void settle(TrustChange change, Written written) throws CloudException {
        longestLag = max(longestLag, lag(change, written));
        Duration wait = max(timing.settle(), longestLag.multipliedBy(2).plus(FIRST_PAUSE));
        Instant end = written.at().plus(wait);
        // At most the whole wait: a clock that was set back would make it longer.
        Duration rest = min(wait, Duration.between(timing.clock().instant(), end));
        if (!rest.isNegative() && !rest.isZero()) {
            timing.pause(rest.plus(timing.jittered(FIRST_PAUSE)), "trust policy");
        }
    }

    /**
     * How long it took until reads brought the change. Where they bring somebody else's policy instead, which may be
     * older or newer than ours, that is waited for as long as the settle time; the one from before, three times as long.
     */
    private Duration lag(TrustChange change, Written written) throws CloudException {
        Duration settle = timing.settle();
        while (!settle.isZero()) {
            TrustPolicy now = read(change);
            Duration since = Duration.between(written.at(), timing.clock().instant());
            Duration patience = now.equals(written.replaced()) ? settle.multipliedBy(3) : settle;
            if (holds(change, now, 1) || since.compareTo(patience) > 0) {
                // A machine that slept meanwhile would take the time of its sleep for the cloud's delay.
                return min(since, settle.multipliedBy(MAX_LAG_IN_SETTLE_TIMES));
            }
            timing.pause(FIRST_PAUSE, "trust policy");
        }
        return Duration.ZERO;
    }

    /** When this run wrote the policy for the last time, or tried to; long ago when it did not. */
    Instant lastWrite() {
        return lastWrite;
    }

    /** When the policy was asked for the last time. */
    Instant lastLook() {
        return lastLook;
    }

    /** The policy now. */
    TrustPolicy read() throws CloudException {
        return read(new TrustChange.Add(List.of()));
    }

    /** The policy now; a role that another run has just created may take a moment to appear. */
    private TrustPolicy read(TrustChange change) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            lastLook = timing.clock().instant();
            Optional<Role> role = roles.find(ShareService.ROLE);
            if (role.isPresent()) {
                return parse(role.get(), change);
            }
            if (attempt == 6) {
                throw new CloudException(Kind.NOT_FOUND, "GetRole", "EntityNotExist.Role", "the role has disappeared");
            }
            timing.pause(backoff.next(), "GetRole");
        }
    }

    /** What will be replaced as a whole need not be understood. */
    private static TrustPolicy parse(Role role, TrustChange change) throws CloudException {
        try {
            return TrustPolicy.parse(role.trustDocument());
        } catch (TrustPolicyException e) {
            if (change instanceof TrustChange.Replace) {
                return TrustPolicy.empty();
            }
            throw new CloudException(
                    Kind.MALFORMED,
                    "GetRole",
                    "UnreadableTrustPolicy",
                    "the trust policy cannot be understood: " + e.getMessage());
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
