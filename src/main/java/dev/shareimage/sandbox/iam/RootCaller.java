package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.Caller;

/** An account itself. It may do everything in the account. */
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
        // No policy applies to the account.
    }
}
