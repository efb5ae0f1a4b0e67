package dev.shareimage.app.run;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.proposal.CloudShareService;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.Key;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * The service on a cloud in memory: an encrypted and an unencrypted image in Hong Kong, a usable key, no role, and a
 * resource directory with nested folders.
 */
public final class ServiceFixture implements AutoCloseable {

    public static final ImageId ENCRYPTED = new ImageId("m-encrypted1");
    public static final ImageId PLAIN = new ImageId("m-plain1");
    public static final DirectoryId DIRECTORY = new DirectoryId("rd-1");
    public static final FolderPath FOLDER = new FolderPath("rd-1/r-1/fd-a");
    public static final FolderPath SUBFOLDER = new FolderPath("rd-1/r-1/fd-a/fd-b");

    public final FakeTime time;
    public final FakeCloud cloud;
    public final RunContext run;
    public final ShareService service;
    public final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final Parallel parallel = new Parallel(16);

    public ServiceFixture() {
        this(new FakeTime(), Duration.ofSeconds(3));
    }

    /** @param settle how long after a write of the trust policy another writer may still overwrite it */
    public ServiceFixture(FakeTime time, Duration settle) {
        this.time = time;
        this.cloud = new FakeCloud(time);
        RunClock clock = new RunClock(time, FakeTime.START.plus(Duration.ofMinutes(5)), settle, new Random(1), time);
        this.run = new RunContext(
                cloud, parallel, clock, 6, new HostLock(Optional.empty()), Messages.load("app", "en"), progress());
        this.service = new CloudShareService(run, FakeCloud.HONGKONG);
        cloud.images().put(FakeCloud.HONGKONG, ENCRYPTED.value(), "key-1");
        cloud.images().put(FakeCloud.HONGKONG, PLAIN.value(), null);
        cloud.keys().put(FakeCloud.HONGKONG, "key-1");
        cloud.keys()
                .put(
                        FakeCloud.HONGKONG,
                        "alias/acs/ecs",
                        new Key(new KeyId("key-service"), "Enabled", "Ecs", null, null, null));
        cloud.directory().belongsTo(DIRECTORY, new AccountId("1000000000000009"));
        cloud.directory().folder(FOLDER);
        cloud.directory().folder(SUBFOLDER);
        cloud.directory().member(account(2), FOLDER.value());
    }

    /** The same run, with another maximum of attempts for one call. */
    public RunContext withMaxAttempts(int attempts) {
        return new RunContext(
                run.cloud(), run.parallel(), run.clock(), attempts, run.lock(), run.messages(), run.progress());
    }

    /** The account with this number, counted from 2000000000000000. */
    public static AccountId account(long number) {
        return new AccountId(String.valueOf(2_000_000_000_000_000L + number));
    }

    /** The accounts with these numbers, both ends included. */
    public static List<AccountId> accounts(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(ServiceFixture::account)
                .toList();
    }

    public static TrustPolicy trusting(AccountId... accounts) {
        return TrustPolicy.of(
                List.of(accounts).stream().map(ShareTarget.Account::new).toList());
    }

    public static TargetQuery toAccounts(List<AccountId> accounts) {
        return TargetQuery.ofAccounts(accounts);
    }

    public static TargetQuery toAccounts(AccountId... accounts) {
        return toAccounts(List.of(accounts));
    }

    public static TargetQuery toFolders(FolderPath... folders) {
        return TargetQuery.ofFolders(List.of(folders));
    }

    public static TargetQuery toDirectory() {
        return TargetQuery.ofOwnDirectory();
    }

    public static ShareRequest share(ImageId image, TargetQuery targets) {
        return new ShareRequest(FakeCloud.HONGKONG, List.of(image), targets, List.of(), false, true);
    }

    public static UnshareRequest unshare(ImageId image, TargetQuery targets, boolean pruneTrust) {
        return new UnshareRequest(FakeCloud.HONGKONG, List.of(image), targets, false, pruneTrust, true);
    }

    public static UnshareRequest unshareAll(ImageId image, boolean pruneTrust) {
        return new UnshareRequest(FakeCloud.HONGKONG, List.of(image), TargetQuery.NONE, true, pruneTrust, true);
    }

    /** Collects the notes. */
    public Progress progress() {
        return new Progress() {
            @Override
            public void step(String what) {
                steps.add(what);
            }

            @Override
            public void advance(String what, int done, int total) {
                steps.add(what + " (" + done + "/" + total + ")");
            }
        };
    }

    @Override
    public void close() {
        parallel.close();
    }
}
