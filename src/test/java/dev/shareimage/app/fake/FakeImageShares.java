package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.ImageShares;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The accounts that have each image. Encrypted images require the role. A test can make calls ignore an account. */
public final class FakeImageShares implements ImageShares {

    private final CallScript script;
    private final FakeImages images;
    private final FakeRoles roles;
    private final FakeDirectory directory;
    private final Clock clock;
    private final Map<String, Map<AccountId, ImageShare>> shares = new HashMap<>();
    private final Map<AccountId, Integer> dropped = new HashMap<>();
    private final List<AccountId> unknown = new ArrayList<>();
    private List<ImageShare> stale = List.of();
    private int staleReads;
    private int lag;

    FakeImageShares(CallScript script, FakeImages images, FakeRoles roles, FakeDirectory directory, Clock clock) {
        this.script = script;
        this.images = images;
        this.roles = roles;
        this.directory = directory;
        this.clock = clock;
    }

    /** Shares the image without a call. */
    public synchronized void put(RegionId region, ImageId image, Collection<AccountId> accounts) {
        accounts.forEach(account -> holders(region, image).put(account, new ImageShare(account, FakeTime.START)));
    }

    /** Makes the account unknown to the cloud. */
    public synchronized void forgetAccount(AccountId account) {
        unknown.add(account);
    }

    /** Makes the next calls that add or remove the account ignore it without an error. */
    public synchronized void drop(AccountId account, int times) {
        dropped.put(account, times);
    }

    /** Sets how many reads after each change still return the earlier state. */
    public synchronized void lag(int looks) {
        lag = looks;
    }

    /** The accounts that have the image now. */
    public synchronized Collection<AccountId> now(RegionId region, ImageId image) {
        return List.copyOf(holders(region, image).keySet());
    }

    @Override
    public List<ImageShare> of(RegionId region, ImageId image) throws CloudException {
        return script.play("DescribeImageSharePermission", image, () -> read(region, image));
    }

    @Override
    public void add(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException {
        requireChunk(accounts);
        script.play("ModifyImageSharePermission", line(image, "+", accounts), () -> addNow(region, image, accounts));
    }

    @Override
    public void remove(RegionId region, ImageId image, Collection<AccountId> accounts) throws CloudException {
        requireChunk(accounts);
        script.play("ModifyImageSharePermission", line(image, "-", accounts), () -> removeNow(region, image, accounts));
    }

    private synchronized List<ImageShare> read(RegionId region, ImageId image) throws CloudException {
        requireOwn(region, image, "DescribeImageSharePermission");
        if (staleReads > 0) {
            staleReads--;
            return stale;
        }
        return List.copyOf(holders(region, image).values());
    }

    private synchronized boolean addNow(RegionId region, ImageId image, Collection<AccountId> accounts)
            throws CloudException {
        Image found = requireOwn(region, image, "ModifyImageSharePermission");
        if (accounts.stream().anyMatch(unknown::contains)) {
            throw Refusals.notFound("ModifyImageSharePermission", "InvalidAccount.NotFound");
        }
        if (found.encrypted().orElse(true) && !trusted(accounts)) {
            throw Refusals.refused("ModifyImageSharePermission", "AssumeRoleError");
        }
        remember(region, image);
        for (AccountId account : accounts) {
            if (!loses(account)) {
                holders(region, image).putIfAbsent(account, new ImageShare(account, clock.instant()));
            }
        }
        return true;
    }

    private synchronized boolean removeNow(RegionId region, ImageId image, Collection<AccountId> accounts)
            throws CloudException {
        requireOwn(region, image, "ModifyImageSharePermission");
        remember(region, image);
        accounts.stream()
                .filter(account -> !loses(account))
                .forEach(account -> holders(region, image).remove(account));
        return true;
    }

    private void remember(RegionId region, ImageId image) {
        if (lag > 0) {
            stale = List.copyOf(holders(region, image).values());
            staleReads = lag;
        }
    }

    private boolean trusted(Collection<AccountId> accounts) {
        Optional<TrustPolicy> trust = roles.effectiveTrust();
        return trust.isPresent()
                && accounts.stream()
                        .allMatch(account -> Boolean.TRUE.equals(trust.get()
                                .decide(new ShareTarget.Account(account), directory.membership())
                                .trusted()));
    }

    private boolean loses(AccountId account) {
        int left = dropped.getOrDefault(account, 0);
        dropped.put(account, left - 1);
        return left > 0;
    }

    private Image requireOwn(RegionId region, ImageId image, String call) throws CloudException {
        return images.get(region, image)
                .filter(found -> found.ownerAlias().equals("self"))
                .orElseThrow(() -> Refusals.notFound(call, "InvalidImageId.NotFound"));
    }

    private Map<AccountId, ImageShare> holders(RegionId region, ImageId image) {
        return shares.computeIfAbsent(region + "/" + image, key -> new TreeMap<>());
    }

    private static void requireChunk(Collection<AccountId> accounts) {
        if (accounts.isEmpty() || accounts.size() > MAX_ACCOUNTS_PER_CALL) {
            throw new IllegalArgumentException(accounts.size() + " accounts in one call");
        }
    }

    private static String line(ImageId image, String sign, Collection<AccountId> accounts) {
        return image + " " + sign + accounts.stream().map(AccountId::value).collect(Collectors.joining(","));
    }
}
