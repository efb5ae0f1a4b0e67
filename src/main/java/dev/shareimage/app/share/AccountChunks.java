package dev.shareimage.app.share;

import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends accounts in calls of at most ten, concurrently.
 *
 * <p>If one account is unknown to the cloud, or not trusted by the role, the cloud refuses its whole chunk. Then each
 * account of the chunk is sent alone. An account that was unknown for one image is sent alone for the next ones, so that
 * it costs one call an image and not ten.
 */
final class AccountChunks {

    private static final String UNKNOWN_ACCOUNT = "InvalidAccount.";

    private final Parallel parallel;
    private final TargetResults results;
    private final FailureDescriber failures;
    private final Set<AccountId> unknown = ConcurrentHashMap.newKeySet();

    AccountChunks(Parallel parallel, TargetResults results, FailureDescriber failures) {
        this.parallel = parallel;
        this.results = results;
        this.failures = failures;
    }

    /** A call with at most ten accounts. */
    @FunctionalInterface
    interface Call {
        void send(List<AccountId> chunk) throws CloudException;
    }

    CompletableFuture<Void> send(ImageRef image, List<AccountId> accounts, Call call) {
        List<CompletableFuture<Void>> chunks = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += ImageShares.MAX_ACCOUNTS_PER_CALL) {
            int to = Math.min(from + ImageShares.MAX_ACCOUNTS_PER_CALL, accounts.size());
            List<AccountId> chunk = accounts.subList(from, to);
            chunks.add(settled(image, chunk, call, parallel.read(() -> sendNow(image, chunk, call))));
        }
        return all(chunks);
    }

    /** Sends the chunk, unless it has an account that has become known as unknown. Returns whether it was sent. */
    private boolean sendNow(ImageRef image, List<AccountId> accounts, Call call) throws CloudException {
        if (accounts.size() > 1 && accounts.stream().anyMatch(unknown::contains)) {
            return false;
        }
        // From here on the call may have been carried out, whatever happens to this run.
        accounts.forEach(account -> results.note(image, target(account), TargetStatus.PENDING));
        call.send(accounts);
        return true;
    }

    private CompletableFuture<Void> settled(
            ImageRef image, List<AccountId> accounts, Call call, CompletableFuture<ReadResult<Boolean>> chunk) {
        return chunk.thenCompose(sent -> {
            CloudException failure = sent.failure();
            if (failure != null) {
                return refused(image, accounts, call, failure);
            }
            return sent.known().orElse(true)
                    ? CompletableFuture.completedFuture(null)
                    : withoutUnknown(image, accounts, call);
        });
    }

    private CompletableFuture<Void> refused(
            ImageRef image, List<AccountId> accounts, Call call, CloudException failure) {
        if (accounts.size() > 1 && concernsOneAccount(failure)) {
            return alone(image, accounts, call);
        }
        if (failure.code().startsWith(UNKNOWN_ACCOUNT)) {
            unknown.addAll(accounts);
        }
        accounts.forEach(account -> results.fail(image, target(account), failures.of(failure, target(account))));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> withoutUnknown(ImageRef image, List<AccountId> accounts, Call call) {
        List<AccountId> apart = accounts.stream().filter(unknown::contains).toList();
        List<AccountId> others =
                accounts.stream().filter(account -> !apart.contains(account)).toList();
        return all(List.of(alone(image, apart, call), send(image, others, call)));
    }

    /** Sends each account alone, before the chunks that wait, so that these benefit from what the cloud says. */
    private CompletableFuture<Void> alone(ImageRef image, List<AccountId> accounts, Call call) {
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (AccountId account : accounts) {
            List<AccountId> chunk = List.of(account);
            calls.add(settled(image, chunk, call, parallel.readNext(() -> sendNow(image, chunk, call))));
        }
        return all(calls);
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    /**
     * Whether the error is about a single account. That includes an account that the role does not trust, if the role
     * exists.
     */
    private static boolean concernsOneAccount(CloudException failure) {
        return failure.code().startsWith(UNKNOWN_ACCOUNT)
                || failure.code().equals("InvalidImageId.BidMismatch")
                || failure.code().equals("AssumeRoleError");
    }

    private static ShareTarget target(AccountId account) {
        return new ShareTarget.Account(account);
    }
}
