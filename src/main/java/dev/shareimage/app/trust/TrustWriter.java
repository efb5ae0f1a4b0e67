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
 * Changes the trust policy so that the changes of all concurrent writers are in it at the end.
 *
 * <p>{@code UpdateRole} replaces the whole document and checks no version. So a writer reads, merges and writes at once.
 * It reads again after the settle time, which is longer than the time from read to write of another writer. If its change
 * is missing, it merges and writes again.
 *
 * <p>A writer that deleted our change wrote an outdated copy, so we restore everything else that it deleted too. A writer
 * that kept our change knew it, so its deletions are intended. The page on concurrent writers says what is guaranteed.
 */
public final class TrustWriter {

    /** The code of the failure when other writers keep overwriting a change. */
    static final String CONTENDED = "TrustPolicyContended";

    private static final int MAX_ROUNDS = 20;

    /** The number of writes that may fail. The policy is read again before each of them. */
    private static final int MAX_ATTEMPTS = 6;

    /** A removal is written less often: the tool does not decide between two people who disagree. */
    private static final int MAX_ROUNDS_OF_REMOVAL = 3;

    private static final int MAX_READS_OF_NEW_ROLE = 6;

    /**
     * The maximum age of a policy that is written over without reading it again. This saves a round trip. It also adds to
     * the time from read to write, which must be shorter than the settle time.
     */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    /** The maximum age is at most this part of the settle time. The rest is for the write, and for RAM to show it. */
    private static final int MAX_AGE_DIVISOR = 3;

    /** A longer delay is not the cloud's: the machine may have been asleep. */
    private static final int MAX_LAG_IN_SETTLE_TIMES = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(4);

    private final Roles roles;
    private final RunClock clock;
    private final HostLock lock;
    private final Messages messages;
    private final Progress progress;
    private Duration longestLag = Duration.ZERO;
    private Instant lastLook = Instant.MIN;
    private volatile Instant lastWrite = Instant.MIN;

    /** The policy before a write whose answer was lost, else null. The write may have been done, so it must settle. */
    private @Nullable TrustPolicy unanswered;

    TrustWriter(Roles roles, RunClock clock, HostLock lock, Messages messages, Progress progress) {
        this.roles = roles;
        this.clock = clock;
        this.lock = lock;
        this.messages = messages;
        this.progress = progress;
    }

    /**
     * A policy that was read.
     *
     * @param asked the time of the request, or earlier
     */
    public record Observed(TrustPolicy policy, Instant asked) {}

    /**
     * One write of the policy.
     *
     * @param replaced the policy that was read before the write
     * @param seen the policy that the change was merged into: the replaced one, plus what others deleted from an earlier one
     * @param after the policy after the write
     * @param at the time of the write
     * @param wrote false if the policy already had the change
     */
    record Written(TrustPolicy replaced, TrustPolicy seen, TrustPolicy after, Instant at, boolean wrote) {

        /** The result where nothing had to be written. */
        static Written nothing(TrustPolicy read, Instant at) {
            return new Written(read, read, read, at, false);
        }
    }

    /** Applies the change to the current policy. Writes nothing if the policy already has the change. */
    Written write(TrustChange change) throws CloudException {
        return write(change, null);
    }

    /**
     * Applies the change to the current policy, or to one that was read a moment ago.
     *
     * @param observed the policy that the change was planned for; the policy is read again if this is null or too old
     */
    Written write(TrustChange change, @Nullable Observed observed) throws CloudException {
        return write(change, TrustPolicy.empty(), observed);
    }

    /**
     * Waits until no other writer can overwrite the change, and writes it again each time it was overwritten.
     *
     * @throws CloudException of kind {@code UNAVAILABLE} if other writers keep overwriting it
     */
    TrustPolicy confirm(TrustChange change, Written first) throws CloudException {
        Written written = first;
        if (written.wrote()) {
            progress.step(messages.get("progress.settle", clock.settle().toMillis() / 1000.0));
        }
        int rounds = change instanceof TrustChange.Remove ? MAX_ROUNDS_OF_REMOVAL : MAX_ROUNDS;
        for (int round = 1; round <= rounds; round++) {
            if (written.wrote()) {
                settle(change, written);
            }
            TrustPolicy now = read(change);
            if (holds(change, now, round)) {
                return now;
            }
            progress.step(messages.get("progress.trust-again"));
            clock.pause(clock.jittered(FIRST_PAUSE.multipliedBy(Math.min(round, 8))), "trust policy");
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
                        clock,
                        lastTurn -> writeOnce(
                                change,
                                seenBefore,
                                known != null && isRecent(known, lastTurn) ? known.policy() : read(change)));
            } catch (CloudException e) {
                if (e.kind() != Kind.UNAVAILABLE
                        || attempt == MAX_ATTEMPTS
                        || e.code().equals("TimeBudget")) {
                    throw e;
                }
            }
            observed = null;
            clock.pause(clock.jittered(backoff.next()), "UpdateRole");
        }
    }

    /** Whether the policy need not be read again: it is young, and this machine has not written since. */
    private boolean isRecent(Observed observed, Instant lastTurn) {
        Duration age = Duration.between(observed.asked(), clock.now());
        Duration limit = min(MAX_AGE, clock.settle().dividedBy(MAX_AGE_DIVISOR));
        return observed.asked().isAfter(lastTurn) && !age.isNegative() && age.compareTo(limit) < 0;
    }

    private Written writeOnce(TrustChange change, TrustPolicy seenBefore, TrustPolicy now) throws CloudException {
        TrustPolicy restored = change instanceof TrustChange.Add ? now.merge(seenBefore) : now;
        TrustPolicy after = change.apply(restored);
        if (after.equals(now)) {
            return unanswered == null
                    ? Written.nothing(now, clock.now())
                    : new Written(unanswered, restored, now, clock.now(), true);
        }
        refuseAnyAccount(after);
        unanswered = now;
        replace(after);
        return new Written(now, restored, after, clock.now(), true);
    }

    private void replace(TrustPolicy after) throws CloudException {
        lastWrite = clock.now();
        try {
            roles.replaceTrust(ShareService.ROLE, after.json());
            lastWrite = clock.now();
        } catch (CloudException e) {
            throw TrustTooLong.explained(e, after, messages);
        }
    }

    private static void refuseAnyAccount(TrustPolicy after) throws CloudException {
        if (after.allowsAnyAccount()) {
            throw new CloudException(
                    Kind.REFUSED,
                    "UpdateRole",
                    "OpenTrustPolicy",
                    "the trust policy lets every account in the world use the keys, and such a policy is never written;"
                            + " close it with set-trust --replace");
        }
    }

    /** Waits for the settle time, or longer if reads show the write late. */
    private void settle(TrustChange change, Written written) throws CloudException {
        longestLag = max(longestLag, lag(change, written));
        Duration wait = max(clock.settle(), longestLag.multipliedBy(2).plus(FIRST_PAUSE));
        Instant end = written.at().plus(wait);
        // A clock that was set back must not make the wait longer.
        Duration rest = min(wait, Duration.between(clock.now(), end));
        if (!rest.isNegative() && !rest.isZero()) {
            clock.pause(rest.plus(clock.jittered(FIRST_PAUSE)), "trust policy");
        }
    }

    /**
     * Measures the time until reads show the change. If they show the policy from before, it waits at most three settle
     * times. If they show another writer's policy, which may be older or newer than ours, it waits at most one.
     */
    private Duration lag(TrustChange change, Written written) throws CloudException {
        Duration settle = clock.settle();
        while (!settle.isZero()) {
            TrustPolicy now = read(change);
            Duration since = Duration.between(written.at(), clock.now());
            Duration patience = now.equals(written.replaced()) ? settle.multipliedBy(3) : settle;
            if (holds(change, now, 1) || since.compareTo(patience) > 0) {
                // If the machine was asleep in between, that time is not the cloud's delay.
                return min(since, settle.multipliedBy(MAX_LAG_IN_SETTLE_TIMES));
            }
            clock.pause(FIRST_PAUSE, "trust policy");
        }
        return Duration.ZERO;
    }

    /** The time when this run last wrote the policy or tried to; {@code Instant.MIN} if it did not. */
    Instant lastWrite() {
        return lastWrite;
    }

    /** The time of the last request for the policy. */
    Instant lastLook() {
        return lastLook;
    }

    /** Reads the current policy. */
    TrustPolicy read() throws CloudException {
        return read(new TrustChange.Add(List.of()));
    }

    /** Reads the current policy. A role that another run has just created may take a moment to appear. */
    private TrustPolicy read(TrustChange change) throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            lastLook = clock.now();
            Optional<Role> role = roles.find(ShareService.ROLE);
            if (role.isPresent()) {
                return parse(role.get(), change);
            }
            if (attempt == MAX_READS_OF_NEW_ROLE) {
                throw new CloudException(Kind.NOT_FOUND, "GetRole", "EntityNotExist.Role", "the role has disappeared");
            }
            clock.pause(backoff.next(), "GetRole");
        }
    }

    /** Parses the policy of the role. A policy that will be replaced as a whole may be unreadable. */
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
