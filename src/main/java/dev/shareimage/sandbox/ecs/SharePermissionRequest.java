package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * The request of {@code ModifyImageSharePermission}.
 *
 * @param added at most ten; the cloud silently ignores the rest
 * @param removed at most ten, in the same way
 * @param withdraws whether the image is no longer to be public
 */
record SharePermissionRequest(List<String> added, List<String> removed, boolean withdraws) {

    private static final int MAX_ACCOUNTS_PER_CALL = 10;

    static SharePermissionRequest of(Call call) throws ApiError {
        Parameters parameters = call.parameters();
        SharePermissionRequest request = new SharePermissionRequest(
                heeded(parameters.list("AddAccount")),
                heeded(parameters.list("RemoveAccount")),
                parameters.find("IsPublic").isPresent() && !Switches.isOn(parameters, "IsPublic"));
        request.refusePublication(parameters);
        request.checkAccounts(call);
        return request;
    }

    /** Whether the image is no longer to be public, and nothing else is to change. */
    boolean isWithdrawal() {
        return withdraws && added.isEmpty() && removed.isEmpty();
    }

    boolean isAdding() {
        return !added.isEmpty();
    }

    private static List<String> heeded(List<String> accounts) {
        return accounts.stream()
                .limit(MAX_ACCOUNTS_PER_CALL)
                .filter(account -> !account.isBlank())
                .distinct()
                .toList();
    }

    private void refusePublication(Parameters parameters) throws ApiError {
        boolean accounts = isAdding() || !removed.isEmpty();
        if (parameters.find("LaunchPermission").isPresent()) {
            throw accounts
                    ? new ApiError(
                            400,
                            "UnnecessaryParameter.LaunchPermission",
                            "The specified parameter \"LaunchPermission\" is unnecessary if paramter \"AddAccounts\""
                                    + " or \"RemoveAccounts\" exist.")
                    : new ApiError(
                            400,
                            "ForbiddenParameter.LaunchPermission",
                            "The specified parameter \"LaunchPermission\" is forbidden for current account.");
        }
        if (Switches.isOn(parameters, "IsPublic")) {
            throw accounts
                    ? new ApiError(
                            403,
                            "InvalidParameter.IsPublic",
                            "The specified parameter IsPublic is conflicted with other parameters.")
                    : new ApiError(
                            403,
                            "PublicImageAgreement.NotSigned",
                            "The current account has not signed \"Community Image Terms of Service\".");
        }
    }

    private void checkAccounts(Call call) throws ApiError {
        for (String account : Stream.concat(added.stream(), removed.stream()).toList()) {
            if (account.equals(call.caller().accountId())) {
                throw new ApiError(404, "InvalidAccount.Forbbiden", "The specified Account does not yourself.");
            }
            if (call.world().accounts().find(account).isEmpty()) {
                throw new ApiError(
                        404,
                        "InvalidAccount.NotFound",
                        "The specified parameter \"AddAccount.n\" or \"RemoveAccount.n\"  does not exist.");
            }
        }
    }
}
