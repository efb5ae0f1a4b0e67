package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.Caller;

/** An account itself: it may do everything of its own. */
record RootCaller(String accountId) implements Caller {

    @Override
    public String arn() {
        return "acs:ram::" + accountId + ":root";
    }

    @Override
    public String principalType() {
        return "Account";
    }

    @Override
    public String principalId() {
        return accountId;
    }

    @Override
    public void require(String action, String resource) {
        // The account is subject to no policy.
    }
}
