package dev.shareimage.app.fake;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Identity;
import dev.shareimage.domain.AccountId;

/** Whose credentials these are. */
public final class FakeIdentity implements Identity {

    private final CallScript stage;
    private final AccountId account;

    FakeIdentity(CallScript stage, AccountId account) {
        this.stage = stage;
        this.account = account;
    }

    @Override
    public CallerIdentity caller() throws CloudException {
        return stage.play(
                "GetCallerIdentity", "", () -> new CallerIdentity(account, "Account", "acs:ram::" + account + ":root"));
    }
}
