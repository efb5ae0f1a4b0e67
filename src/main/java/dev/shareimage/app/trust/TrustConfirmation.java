package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;

/**
 * Confirms a change of the trust policy, so that the changes of all concurrent writers are in it at the end.
 *
 * <p>After the settle time, which is longer than the time from read to write of another writer, it reads the policy. If
 * the change is missing, it merges and writes again.
 *
 * <p>A writer that deleted our change wrote an outdated copy, so we restore everything else that it deleted too. A writer
 * that kept our change knew it, so its deletions are intended. The page on concurrent writers says what is guaranteed.
 */
final class TrustConfirmation {

    /** The code of the failure when other writers keep overwriting a change. */
    static final String CONTENDED = "TrustPolicyContended";

    private static final int MAX_REPEATS = 20;

    /** A removal is repeated less often: the tool does not decide between two people who disagree. */
    private static final int MAX_REPEATS_OF_REMOVAL = 2;

    /** A replacement is repeated once, and then the policy stays as it is. */
    private static final int MAX_REPEATS_OF_REPLACEMENT = 1;

    private static final int MAX_PAUSE_FACTOR = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    private final TrustReader reader;
    private final TrustWriter writer;
    private final SettleWait settling;
    private final RunClock clock;
    private final Messages messages;
    private final Progress progress;

    TrustConfirmation(RunContext run, TrustReader reader, TrustWriter writer, Progress progress) {
        this.reader = reader;
        this.writer = writer;
        this.settling = new SettleWait(reader, run.clock());
        this.clock = run.clock();
        this.messages = run.messages();
        this.progress = progress;
    }

    /**
     * Waits until no other writer can overwrite the change, and writes it again each time it was overwritten.
     *
     * @return the policy that was read last
     * @throws CloudException of kind {@code UNAVAILABLE} if other writers keep overwriting it
     */
    TrustPolicy confirm(TrustChange change, TrustWrite first) throws CloudException {
        TrustWrite written = first;
        if (written.wrote()) {
            progress.step(messages.get("progress.settle", clock.settle().toMillis() / 1000.0));
        }
        int maxRepeats = maxRepeats(change);
        for (int repeat = 1; ; repeat++) {
            if (written.wrote()) {
                settling.after(change, written);
            }
            TrustPolicy now = reader.readFor(change);
            boolean last = repeat > maxRepeats;
            if (change.isIn(now) || (last && change instanceof TrustChange.Replace)) {
                return now;
            }
            if (last) {
                throw contended();
            }
            progress.step(messages.get("progress.trust-again"));
            clock.pause(clock.jittered(FIRST_PAUSE.multipliedBy(Math.min(repeat, MAX_PAUSE_FACTOR))), "trust policy");
            written = writer.writeAgain(change, written.seen());
        }
    }

    private static CloudException contended() {
        return new CloudException(
                Kind.UNAVAILABLE,
                "UpdateRole",
                CONTENDED,
                "other writers keep overwriting the trust policy; run the command again when they are done");
    }

    private static int maxRepeats(TrustChange change) {
        if (change instanceof TrustChange.Replace) {
            return MAX_REPEATS_OF_REPLACEMENT;
        }
        return change instanceof TrustChange.Remove ? MAX_REPEATS_OF_REMOVAL : MAX_REPEATS;
    }
}
