package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.Call;

/** Names of RAM's things in RAM policies (vendor documentation, RAM authorization information). */
final class RamResources {

    private RamResources() {}

    static String role(Call call, String name) {
        return resource(call.caller().accountId(), "role/" + name);
    }

    static String user(Call call, String name) {
        return resource(call.caller().accountId(), "user/" + name);
    }

    static String policy(Call call, String type, String name) {
        return resource(Permissions.owner(call.caller().accountId(), type), "policy/" + name);
    }

    private static String resource(String accountId, String path) {
        return "acs:ram:*:" + accountId + ":" + path;
    }
}
