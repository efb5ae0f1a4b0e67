package dev.shareimage.app.trust;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes the trust policy in one run, and confirms that the change stays in it. */
public final class TrustUpdate {

    /** The status of targets for which a share was sent. The share may be in effect although nothing confirmed it. */
    private static final Set<TargetStatus> IN_EFFECT =
            EnumSet.of(TargetStatus.SHARED, TargetStatus.PENDING, TargetStatus.FAILED);

    private final RunClock clock;
    private final Messages messages;
    private final Progress progress;
    private final TrustReader reader;
    private final TrustWriter writer;
    private final TrustConfirmation confirmation;
    private @Nullable TrustChange change;
    private @Nullable TrustWrite written;
    private Instant assuredUntil = Instant.MIN;

    TrustUpdate(RunContext run, Progress progress) {
        this.clock = run.clock();
        this.messages = run.messages();
        this.progress = progress;
        this.reader = new TrustReader(run.cloud().roles(), clock);
        this.writer = new TrustWriter(run, reader);
        this.confirmation = new TrustConfirmation(run, reader, writer, progress);
    }

    /**
     * Writes the change.
     *
     * @param observed the policy that the change was planned for; it is read again if this is null or too old
     */
    void carryOut(TrustChange wanted, @Nullable ObservedTrust observed) throws CloudException {
        progress.step(messages.get("progress.change-trust", ShareService.ROLE));
        change = wanted;
        written = writer.write(wanted, observed);
    }

    /** Records a new role. Another writer can change its trust only after now, because it must read it first. */
    void createdWith(TrustPolicy policy) {
        written = TrustWrite.nothing(policy, clock.now());
        assuredUntil = written.at().plus(clock.settle());
    }

    /** Whether the current policy of the role is this one. */
    boolean isNow(TrustPolicy policy) throws CloudException {
        return reader.read().equals(policy);
    }

    /** Confirms that no concurrent writer overwrote the change. */
    public void confirm() throws CloudException {
        if (change != null && written != null) {
            try {
                written = written.withLatest(confirmation.confirm(change, written));
                assuredUntil = reader.lastRequest();
            } catch (CloudException e) {
                if (e.code().equals(TrustConfirmation.CONTENDED)) {
                    written = written.withLatest(reader.read());
                }
                throw e;
            }
        }
    }

    /**
     * Confirms the trust while images are being shared, and reads it once more if sharing took longer. A run that prunes
     * trust sees only the shares that exist when the settle time after its write is over.
     *
     * @param results what became of the targets so far
     * @param counted the trust that the shares need, or null if it may not be read or changed
     */
    public void confirmBeside(
            List<CompletableFuture<Void>> shares,
            Supplier<? extends Collection<TargetResult>> results,
            @Nullable TrustChange counted)
            throws CloudException {
        CompletableFuture<Instant> ended = CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new))
                .thenApply(all -> clock.now());
        try {
            confirm();
        } finally {
            Parallel.awaitAll(shares);
        }
        boolean shared = results.get().stream().anyMatch(result -> IN_EFFECT.contains(result.status()));
        boolean late = !clock.settle().isZero() && Parallel.await(ended).isAfter(assuredUntil);
        if (counted != null && shared && late) {
            lookAgain(counted);
        }
    }

    private void lookAgain(TrustChange counted) throws CloudException {
        change = counted;
        TrustWrite again = writer.write(counted, null);
        written = written == null || again.wrote() ? again : written;
        if (again.wrote()) {
            progress.step(messages.get("progress.trust-again"));
            confirm();
        }
    }

    /** Adds the trust again that this run had removed. */
    void restore(List<ShareTarget> targets) throws CloudException {
        carryOut(new TrustChange.Add(targets), null);
        confirm();
    }

    /** Whether an existing trust policy was written. */
    public boolean wrote() {
        return change != null && written != null && written.wrote();
    }

    /** Whether it is not known if the trust policy was written. */
    public boolean open() {
        return writer.open();
    }

    /** Whether this run may have written the trust policy, even if the answer was lost. */
    public boolean tried() {
        return lastWrite().isAfter(Instant.MIN);
    }

    /** The time when this run last wrote the policy or tried to; {@code Instant.MIN} if it did not. */
    Instant lastWrite() {
        return writer.lastWrite();
    }

    /** The current policy, or null if it was not changed. */
    public @Nullable TrustPolicy policy() {
        return written == null ? null : written.after();
    }
}
