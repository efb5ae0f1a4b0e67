package dev.shareimage.app.fake;

import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.cloud.Trials;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;

/** All ports in memory, initially empty. */
public final class FakeCloud implements Cloud {

    public static final RegionId HONGKONG = new RegionId("cn-hongkong");
    public static final RegionId SINGAPORE = new RegionId("ap-southeast-1");
    public static final AccountId OWNER = new AccountId("1000000000000001");

    private final CallScript script;
    private final FakeIdentity identity;
    private final FakeImages images;
    private final FakeImageShares imageShares;
    private final FakeRoles roles;
    private final FakeKeys keys;
    private final FakeQuotas quotas;
    private final FakeRegions regions;
    private final FakeResourceShares resourceShares;
    private final FakeDirectory directory;

    public FakeCloud(FakeTime time) {
        script = new CallScript(time);
        identity = new FakeIdentity(script, OWNER);
        images = new FakeImages(script, time);
        directory = new FakeDirectory(script);
        roles = new FakeRoles(script, time);
        imageShares = new FakeImageShares(script, images, roles, directory, time);
        keys = new FakeKeys(script);
        quotas = new FakeQuotas(script);
        regions = new FakeRegions(script);
        resourceShares = new FakeResourceShares(script);
    }

    /** The log, latency and failures of the calls. */
    public CallScript script() {
        return script;
    }

    @Override
    public FakeIdentity identity() {
        return identity;
    }

    @Override
    public FakeImages images() {
        return images;
    }

    @Override
    public FakeImageShares imageShares() {
        return imageShares;
    }

    @Override
    public FakeRoles roles() {
        return roles;
    }

    @Override
    public FakeKeys keys() {
        return keys;
    }

    @Override
    public Trials trials() {
        return new FakeTrials(script, images);
    }

    @Override
    public FakeQuotas quotas() {
        return quotas;
    }

    @Override
    public FakeRegions regions() {
        return regions;
    }

    @Override
    public FakeResourceShares resourceShares() {
        return resourceShares;
    }

    @Override
    public FakeDirectory directory() {
        return directory;
    }

    @Override
    public CallCount calls() {
        return new CallCount(script.calls().size(), 0);
    }
}
