package dev.shareimage.app.trust;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.HostLock;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Roles;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads, merges and writes the trust policy at once, because {@code UpdateRole} replaces the whole document and checks no
 * version. {@link TrustConfirmation} finds out whether another writer overwrote the change.
 */
final class TrustWriter {

    private static final String UPDATE = "UpdateRole";

    /**
     * The maximum age of a policy that is written over without reading it again. This saves a round trip. It also adds to
     * the time from read to write, which must be shorter than the settle time.
     */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    /** The maximum age is at most this part of the settle time. The rest is for the write, and for RAM to show it. */
    private static final int MAX_AGE_DIVISOR = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(4);

    private final Roles roles;
    private final TrustReader reader;
    private final RunClock clock;
    private final HostLock lock;
    private final Messages messages;
    private final int maxAttempts;
    private volatile Instant lastWrite = Instant.MIN;

    /** The policy before a write whose answer was lost, else null. The write may have been done, so it must settle. */
    private @Nullable TrustPolicy unanswered;

    private volatile boolean open;

    TrustWriter(RunContext run, TrustReader reader) {
        this.roles = run.cloud().roles();
        this.reader = reader;
        this.clock = run.clock();
        this.lock = run.lock();
        this.messages = run.messages();
        this.maxAttempts = run.maxAttempts();
    }

    /**
     * Applies the change to the current policy, or to one that was read a moment ago. Writes nothing if the policy already
     * has the change.
     *
     * @param observed the policy that the change was planned for; the policy is read again if this is null or too old
     */
    TrustWrite write(TrustChange change, @Nullable ObservedTrust observed) throws CloudException {
        return write(change, TrustPolicy.empty(), observed);
    }

    /** Applies the change again after another writer overwrote it, and restores what else that writer deleted. */
    TrustWrite writeAgain(TrustChange change, TrustPolicy seenBefore) throws CloudException {
        return write(change, seenBefore, null);
    }

    /** The time when this run last wrote the policy or tried to; {@code Instant.MIN} if it did not. */
    Instant lastWrite() {
        return lastWrite;
    }

    /** Whether it is not known what a write has done, because nothing could be read after it. */
    boolean open() {
        return open;
    }

    /** The call itself is never repeated, because its document becomes outdated. The policy is read again instead. */
    private TrustWrite write(TrustChange change, TrustPolicy seenBefore, @Nullable ObservedTrust observed)
            throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
        unanswered = null;
        @Nullable ObservedTrust known = observed;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(change, seenBefore, known);
            } catch (CloudException e) {
                if (e.kind() != Kind.UNAVAILABLE || !e.call().equals(UPDATE)) {
                    throw e;
                }
                if (attempt >= maxAttempts) {
                    throw exhausted(e, attempt);
                }
            }
            known = null;
            clock.pause(clock.jittered(backoff.next()), UPDATE);
        }
    }

    private TrustWrite attempt(TrustChange change, TrustPolicy seenBefore, @Nullable ObservedTrust known)
            throws CloudException {
        return lock.during(clock, lastTurn -> {
            TrustPolicy now = known != null && isRecent(known, lastTurn) ? known.policy() : reader.readFor(change);
            return writeOnce(change, seenBefore, now);
        });
    }

    private static CloudException exhausted(CloudException last, int attempts) {
        return attempts == 1
                ? last
                : new CloudException(
                        last.kind(),
                        last.call(),
                        last.code(),
                        "all " + attempts + " attempts at " + UPDATE + " failed; the last time: " + last.text(),
                        last.requestId().orElse(null),
                        null);
    }

    /** Whether the policy need not be read again: it is young, and this machine has not written since. */
    private boolean isRecent(ObservedTrust observed, Instant lastTurn) {
        Duration age = Duration.between(observed.asked(), clock.now());
        Duration share = clock.settle().dividedBy(MAX_AGE_DIVISOR);
        Duration limit = share.compareTo(MAX_AGE) < 0 ? share : MAX_AGE;
        return observed.asked().isAfter(lastTurn) && !age.isNegative() && age.compareTo(limit) < 0;
    }

    private TrustWrite writeOnce(TrustChange change, TrustPolicy seenBefore, TrustPolicy now) throws CloudException {
        open = false;
        TrustPolicy restored = change instanceof TrustChange.Add ? now.merge(seenBefore) : now;
        TrustPolicy after = change.apply(restored);
        if (after.equals(now)) {
            return unanswered == null
                    ? TrustWrite.nothing(now, clock.now())
                    : new TrustWrite(unanswered, restored, now, clock.now(), true);
        }
        refuseAnyAccount(after);
        unanswered = now;
        replace(after);
        return new TrustWrite(now, restored, after, clock.now(), true);
    }

    private void replace(TrustPolicy after) throws CloudException {
        lastWrite = clock.now();
        try {
            roles.replaceTrust(ShareService.ROLE, after.json());
            lastWrite = clock.now();
        } catch (CloudException e) {
            open = e.leavesOpen();
            throw TrustTooLong.explained(e, after, messages);
        }
    }

    private static void refuseAnyAccount(TrustPolicy after) throws CloudException {
        if (after.allowsAnyAccount()) {
            throw new CloudException(
                    Kind.REFUSED,
                    UPDATE,
                    "OpenTrustPolicy",
                    "the trust policy lets every account in the world use the keys, and such a policy is never written;"
                            + " name exactly who may use them with set-trust --replace");
        }
    }
}
