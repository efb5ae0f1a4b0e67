package dev.shareimage.sandbox.quotas;

import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.util.List;

/** Quota Center. */
public final class QuotasApi implements Api {

    @Override
    public String product() {
        return "quotas";
    }

    @Override
    public String version() {
        return "2020-05-10";
    }

    @Override
    public List<Action> actions() {
        return List.of(ListProductQuotas.action(), GetProductQuota.action());
    }
}
