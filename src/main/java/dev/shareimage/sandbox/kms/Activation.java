package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Account;
import java.util.List;
import java.util.Set;

/** Reads and changes whether an account has activated the key service. */
final class Activation {

    private Activation() {}

    static List<Action> actions() {
        return List.of(
                new Action("DescribeAccountKmsStatus", Set.of(), "kms:DescribeAccountKmsStatus", Activation::describe),
                new Action("OpenKmsService", Set.of(), "kms:OpenKmsService", Activation::open));
    }

    private static ObjectNode describe(Call call) throws ApiError {
        call.caller().require("kms:DescribeAccountKmsStatus", "*");
        return Answers.object().put("AccountStatus", account(call).kmsActivated() ? "Enabled" : "NotEnabled");
    }

    private static ObjectNode open(Call call) throws ApiError {
        call.caller().require("kms:OpenKmsService", "*");
        Account account = account(call);
        if (account.kmsActivated()) {
            throw new ApiError(400, "Forbidden.Opened", "Your kms service has been opened.");
        }
        call.world().accounts().put(account.withKms());
        return Answers.object();
    }

    private static Account account(Call call) throws ApiError {
        return call.world()
                .accounts()
                .find(call.caller().accountId())
                .orElseThrow(() -> new ApiError(
                        404,
                        "InvalidAccessKeyId.NotFound",
                        "The Access Key ID provided does not exist in our records."));
    }
}
