package dev.shareimage.app.fake;

import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;

/** All ports in memory, empty at first. */
public final class FakeCloud implements Cloud {

    public static final RegionId HONGKONG = new RegionId("cn-hongkong");
    public static final RegionId SINGAPORE = new RegionId("ap-southeast-1");
    public static final AccountId OWNER = new AccountId("1000000000000001");

    private final CallScript stage;
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
        stage = new CallScript(time);
        identity = new FakeIdentity(stage, OWNER);
        images = new FakeImages(stage);
        directory = new FakeDirectory(stage);
        roles = new FakeRoles(stage, time);
        imageShares = new FakeImageShares(stage, images, roles, directory, time);
        keys = new FakeKeys(stage);
        quotas = new FakeQuotas(stage);
        regions = new FakeRegions(stage);
        resourceShares = new FakeResourceShares(stage);
    }

    /** Log, latency and failures of the calls. */
    public CallScript stage() {
        return stage;
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
        return new CallCount(stage.calls().size(), 0);
    }
}
