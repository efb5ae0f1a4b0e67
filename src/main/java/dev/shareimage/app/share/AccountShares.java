package dev.shareimage.app.share;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Progress;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.run.Backoff;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.Patience;
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
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives images to accounts and takes them away.
 *
 * <p>A call takes ten accounts and ignores more in silence, and success says nothing about each of them: so the accounts
 * go in chunks, side by side, and a read-back decides. An account that the cloud does not know, or that the role does not
 * trust, refuses its whole chunk: then each of the chunk goes alone.
 */
final class AccountShares {

    /** How long {@code AssumeRoleError} is taken for a role that the cloud does not see everywhere yet. */
    private static final Duration ROLE_PATIENCE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    /** Enough for a list that lags a little, before accounts are sent once more. */
    private static final Predicate<Patience> FEW_LOOKS = patience -> patience.pauses() < 2;

    private final ImageShares port;
    private final Parallel parallel;
    private final RunClock timing;
    private final RegionId region;
    private final TargetResults results;
    private final FailureDescriber failures;
    private final Messages messages;
    private final Progress progress;

    AccountShares(RunContext run, RegionId region, TargetResults results, Progress progress) {
        this.port = run.cloud().imageShares();
        this.parallel = run.parallel();
        this.timing = run.timing();
        this.messages = run.messages();
        this.failures = new FailureDescriber(run.messages());
        this.region = region;
        this.results = results;
        this.progress = progress;
    }

    /**
     * Shares the image with the accounts and reads back.
     *
     * @param roleWritten when the role was written for the last time: the cloud may not see that everywhere yet, or see
     *     what another writer made of it, which this run is putting right meanwhile
     */
    CompletableFuture<Void> share(ImageId image, List<AccountId> accounts, Supplier<Instant> roleWritten) {
        ChunkCall add = chunk -> addPatiently(image, chunk, roleWritten);
        Predicate<Set<AccountId>> complete =
                shared -> silentlyMissing(image, accounts, shared).isEmpty();
        return inChunks(image, accounts, add)
                .thenCompose(sent -> readBack(image, complete, FEW_LOOKS))
                .thenCompose(present -> present.known()
                        .map(shared -> again(image, silentlyMissing(image, accounts, shared), add)
                                .thenCompose(repeated ->
                                        repeated ? readBack(image, complete, Patience::left) : done(present)))
                        .orElseGet(() -> done(present)))
                .thenAccept(present -> settleShared(image, accounts, present));
    }

    /** Takes the image away from the accounts and reads back. */
    CompletableFuture<Void> unshare(ImageId image, List<AccountId> accounts) {
        return inChunks(image, accounts, chunk -> port.remove(region, image, chunk))
                .thenCompose(sent -> readBack(
                        image,
                        shared -> accounts.stream()
                                .noneMatch(account ->
                                        shared.contains(account) && results.failure(image, target(account)) == null),
                        Patience::left))
                .thenAccept(present -> settleUnshared(image, accounts, present));
    }

    /** One call with at most ten accounts. */
    @FunctionalInterface
    private interface ChunkCall {
        void send(List<AccountId> chunk) throws CloudException;
    }

    private CompletableFuture<Void> inChunks(ImageId image, List<AccountId> accounts, ChunkCall call) {
        List<CompletableFuture<Void>> chunks = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += ImageShares.MAX_ACCOUNTS_PER_CALL) {
            int to = Math.min(from + ImageShares.MAX_ACCOUNTS_PER_CALL, accounts.size());
            chunks.add(chunk(image, accounts.subList(from, to), call));
        }
        return CompletableFuture.allOf(chunks.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> chunk(ImageId image, List<AccountId> accounts, ChunkCall call) {
        return parallel.read(() -> {
                    // From here on it may be done, whatever happens to this run.
                    accounts.forEach(account -> results.note(image, target(account), TargetStatus.PENDING));
                    call.send(accounts);
                    return true;
                })
                .thenCompose(sent -> {
                    CloudException failure = sent.failure();
                    if (failure == null) {
                        return CompletableFuture.completedFuture(null);
                    }
                    if (accounts.size() > 1 && concernsOneAccount(failure)) {
                        return CompletableFuture.allOf(accounts.stream()
                                .map(account -> chunk(image, List.of(account), call))
                                .toArray(CompletableFuture[]::new));
                    } else {
                        accounts.forEach(account -> results.fail(image, target(account), failures.of(failure)));
                    }
                    return CompletableFuture.completedFuture(null);
                });
    }

    /** An account that the role does not trust is one of these too, where the role stands. */
    private static boolean concernsOneAccount(CloudException failure) {
        return failure.code().startsWith("InvalidAccount.")
                || failure.code().equals("InvalidImageId.BidMismatch")
                || failure.code().equals("AssumeRoleError");
    }

    private void addPatiently(ImageId image, List<AccountId> accounts, Supplier<Instant> roleWritten)
            throws CloudException {
        Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
        while (true) {
            try {
                port.add(region, image, accounts);
                return;
            } catch (CloudException e) {
                Instant end = roleWritten.get().plus(ROLE_PATIENCE);
                if (!e.code().equals("AssumeRoleError")
                        || timing.clock().instant().isAfter(end)) {
                    throw e;
                }
            }
            progress.step(messages.get("progress.wait-role", "AssumeRoleError"));
            timing.pause(backoff.next(), "AssumeRoleError");
        }
    }

    /** Reads the list, and again as long as it does not show what was written and may lag behind. */
    private CompletableFuture<ReadResult<Set<AccountId>>> readBack(
            ImageId image, Predicate<Set<AccountId>> written, Predicate<Patience> more) {
        return parallel.read(() -> {
            Patience patience = new Patience(timing, "DescribeImageSharePermission");
            while (true) {
                Set<AccountId> present =
                        port.of(region, image).stream().map(ImageShare::account).collect(Collectors.toSet());
                if (written.test(present) || !more.test(patience) || !patience.tryPause()) {
                    return present;
                }
            }
        });
    }

    private static CompletableFuture<ReadResult<Set<AccountId>>> done(ReadResult<Set<AccountId>> present) {
        return CompletableFuture.completedFuture(present);
    }

    private List<AccountId> silentlyMissing(ImageId image, List<AccountId> accounts, Set<AccountId> present) {
        return accounts.stream()
                .filter(account -> !present.contains(account) && results.failure(image, target(account)) == null)
                .toList();
    }

    /** Accounts that were dropped in silence get one more chance, for reads may lag and calls may lose one. */
    private CompletableFuture<Boolean> again(ImageId image, List<AccountId> accounts, ChunkCall call) {
        return accounts.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : inChunks(image, accounts, call).thenApply(sent -> true);
    }

    private void settleShared(ImageId image, List<AccountId> accounts, ReadResult<Set<AccountId>> present) {
        for (AccountId account : accounts) {
            if (present.known().isEmpty()) {
                unread(image, account, present.failure());
            } else if (present.known().get().contains(account)) {
                results.note(image, target(account), TargetStatus.SHARED);
            } else if (results.failure(image, target(account)) == null) {
                results.fail(image, target(account), failures.notConfirmed(image, region));
            }
        }
    }

    private void settleUnshared(ImageId image, List<AccountId> accounts, ReadResult<Set<AccountId>> present) {
        for (AccountId account : accounts) {
            if (present.known().isEmpty()) {
                unread(image, account, present.failure());
            } else if (!present.known().get().contains(account)) {
                results.note(image, target(account), TargetStatus.UNSHARED);
            } else if (results.failure(image, target(account)) == null) {
                results.fail(image, target(account), failures.stillShared(image, region));
            }
        }
    }

    /** What was sent and could not be read back is not known to be done. */
    private void unread(ImageId image, AccountId account, @Nullable CloudException reason) {
        if (results.failure(image, target(account)) == null) {
            CloudException failure = reason == null
                    ? new CloudException(Kind.UNAVAILABLE, "", Failure.NOT_CONFIRMED, "could not be read back")
                    : reason;
            results.fail(image, target(account), failures.of(failure));
        }
    }

    private static ShareTarget target(AccountId account) {
        return new ShareTarget.Account(account);
    }
}
