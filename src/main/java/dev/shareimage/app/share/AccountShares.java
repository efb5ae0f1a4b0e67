package dev.shareimage.app.share;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shares images with accounts and unshares them.
 *
 * <p>A call accepts ten accounts and silently ignores more, and its success proves nothing about a single account. So
 * the accounts are sent in {@linkplain AccountChunks chunks}, and a read-back decides.
 */
final class AccountShares {

    /** How long {@code AssumeRoleError} may mean that the role is not visible everywhere yet. */
    private static final Duration MAX_ROLE_WAIT = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    /** Enough reads for a list that lags a little, before accounts are sent again. */
    private static final Predicate<ConsistencyWait> FEW_READS = wait -> wait.pauses() < 2;

    private final ImageShares port;
    private final Parallel parallel;
    private final RunClock clock;
    private final TargetResults results;
    private final AccountChunks chunks;
    private final FailureDescriber failures;
    private final Messages messages;
    private final Progress progress;

    AccountShares(RunContext run, TargetResults results, Progress progress) {
        this.port = run.cloud().imageShares();
        this.parallel = run.parallel();
        this.clock = run.clock();
        this.messages = run.messages();
        this.failures = new FailureDescriber(run.messages());
        this.results = results;
        this.chunks = new AccountChunks(parallel, results, failures);
        this.progress = progress;
    }

    /**
     * Shares the image with the accounts and reads back.
     *
     * @param roleWritten the time of the last write of the role; the cloud may not see that write everywhere yet, or
     *     may see another writer's, which this run is repairing
     */
    CompletableFuture<Void> share(ImageRef image, List<AccountId> accounts, Supplier<Instant> roleWritten) {
        AccountChunks.Call add = chunk -> addOnceRoleIsVisible(image, chunk, roleWritten);
        Predicate<Set<AccountId>> complete =
                shared -> silentlyMissing(image, accounts, shared).isEmpty();
        return chunks.send(image, accounts, add)
                .thenCompose(sent -> readBack(image, complete, FEW_READS))
                .thenCompose(present -> present.known()
                        .map(shared -> again(image, silentlyMissing(image, accounts, shared), add)
                                .thenCompose(repeated ->
                                        repeated ? readBack(image, complete, ConsistencyWait::mayLag) : done(present)))
                        .orElseGet(() -> done(present)))
                .thenAccept(present -> settleShared(image, accounts, present));
    }

    /** Unshares the image from the accounts and reads back. */
    CompletableFuture<Void> unshare(ImageRef image, List<AccountId> accounts) {
        return chunks.send(image, accounts, chunk -> port.remove(image.region(), image.id(), chunk))
                .thenCompose(sent -> readBack(
                        image,
                        shared -> accounts.stream()
                                .noneMatch(account ->
                                        shared.contains(account) && results.failure(image, target(account)) == null),
                        ConsistencyWait::mayLag))
                .thenAccept(present -> settleUnshared(image, accounts, present));
    }

    private void addOnceRoleIsVisible(ImageRef image, List<AccountId> accounts, Supplier<Instant> roleWritten)
            throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
        while (true) {
            try {
                port.add(image.region(), image.id(), accounts);
                return;
            } catch (CloudException e) {
                Instant end = roleWritten.get().plus(MAX_ROLE_WAIT);
                if (!e.code().equals("AssumeRoleError") || clock.now().isAfter(end)) {
                    throw e;
                }
            }
            progress.step(messages.get("progress.wait-role", "AssumeRoleError"));
            clock.pause(backoff.next(), "AssumeRoleError");
        }
    }

    /** Reads the list until it shows what was written, or until it cannot lag any more. */
    private CompletableFuture<ReadResult<Set<AccountId>>> readBack(
            ImageRef image, Predicate<Set<AccountId>> written, Predicate<ConsistencyWait> more) {
        return parallel.read(() -> {
            ConsistencyWait wait = new ConsistencyWait(clock, "DescribeImageSharePermission");
            while (true) {
                Set<AccountId> present = new ConsistencyWait(clock, "DescribeImageSharePermission")
                        .read(() -> port.of(image.region(), image.id())).stream()
                                .map(ImageShare::account)
                                .collect(Collectors.toSet());
                if (written.test(present) || !more.test(wait) || !wait.tryPause()) {
                    return present;
                }
            }
        });
    }

    private static CompletableFuture<ReadResult<Set<AccountId>>> done(ReadResult<Set<AccountId>> present) {
        return CompletableFuture.completedFuture(present);
    }

    private List<AccountId> silentlyMissing(ImageRef image, List<AccountId> accounts, Set<AccountId> present) {
        return accounts.stream()
                .filter(account -> !present.contains(account) && results.failure(image, target(account)) == null)
                .toList();
    }

    /**
     * Sends accounts once more that the cloud silently ignored, because reads may lag and calls may lose an account.
     */
    private CompletableFuture<Boolean> again(ImageRef image, List<AccountId> accounts, AccountChunks.Call call) {
        return accounts.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : chunks.send(image, accounts, call).thenApply(sent -> true);
    }

    private void settleShared(ImageRef image, List<AccountId> accounts, ReadResult<Set<AccountId>> present) {
        for (AccountId account : accounts) {
            if (present.known().isEmpty()) {
                unread(image, account, present.failure());
            } else if (present.known().get().contains(account)) {
                results.note(image, target(account), TargetStatus.SHARED);
            } else if (results.failure(image, target(account)) == null) {
                results.fail(image, target(account), failures.notConfirmed(image));
            }
        }
    }

    private void settleUnshared(ImageRef image, List<AccountId> accounts, ReadResult<Set<AccountId>> present) {
        for (AccountId account : accounts) {
            if (present.known().isEmpty()) {
                unread(image, account, present.failure());
            } else if (!present.known().get().contains(account)) {
                results.note(image, target(account), TargetStatus.UNSHARED);
            } else if (results.failure(image, target(account)) == null) {
                results.fail(image, target(account), failures.stillShared(image));
            }
        }
    }

    /** Records an account that was sent but could not be read back. It is not known whether it was done. */
    private void unread(ImageRef image, AccountId account, @Nullable CloudException reason) {
        Failure ofCall = results.failure(image, target(account));
        CloudException failure = reason == null
                ? new CloudException(Kind.UNAVAILABLE, "", Failure.NOT_CONFIRMED, "could not be read back")
                : reason;
        results.fail(image, target(account), ofCall == null ? failures.unread(failure) : failures.uncertain(ofCall));
    }

    private static ShareTarget target(AccountId account) {
        return new ShareTarget.Account(account);
    }
}
