package dev.shareimage.app.fake;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Identity;
import dev.shareimage.domain.AccountId;

/** The account of the credentials. */
public final class FakeIdentity implements Identity {

    private final CallScript script;
    private final AccountId account;

    FakeIdentity(CallScript script, AccountId account) {
        this.script = script;
        this.account = account;
    }

    @Override
    public CallerIdentity caller() throws CloudException {
        return script.play("GetCallerIdentity", "", () -> new CallerIdentity(account, "acs:ram::" + account + ":root"));
    }
}
