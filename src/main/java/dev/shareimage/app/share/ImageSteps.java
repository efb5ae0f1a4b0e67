package dev.shareimage.app.share;

import dev.shareimage.app.Progress;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Carries out the steps that share and unshare the images of a region, for accounts and directories concurrently. */
public final class ImageSteps {

    private final RunContext run;
    private final AccountShares accounts;
    private final DirectoryShares groups;

    public ImageSteps(RunContext run, TargetResults results, Progress progress) {
        this.run = run;
        this.accounts = new AccountShares(run, results, progress);
        this.groups = new DirectoryShares(run, results, progress);
    }

    /**
     * Shares the image with the targets. The results are in the target results.
     *
     * @param roleWritten the time of the last write of the role
     */
    public CompletableFuture<Void> share(Step.ShareImage step, Supplier<Instant> roleWritten) {
        List<AccountId> direct = ObservedState.accounts(step.targets()).stream()
                .map(ShareTarget.Account::account)
                .toList();
        List<ShareTarget> indirect = ObservedState.groups(step.targets());
        return CompletableFuture.allOf(
                direct.isEmpty() ? nothing() : accounts.share(step.image(), direct, roleWritten),
                indirect.isEmpty() ? nothing() : run.parallel().start(() -> groups.share(step.image(), indirect)));
    }

    /** Unshares the image from the targets. The results are in the target results. */
    public CompletableFuture<Void> unshare(Step.UnshareImage step) {
        List<AccountId> direct = ObservedState.accounts(step.targets()).stream()
                .map(ShareTarget.Account::account)
                .toList();
        List<ShareTarget> indirect = ObservedState.groups(step.targets());
        return CompletableFuture.allOf(
                direct.isEmpty() ? nothing() : accounts.unshare(step.image(), direct),
                indirect.isEmpty() ? nothing() : run.parallel().start(() -> groups.unshare(step.image(), indirect)));
    }

    private static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }
}
