package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import java.util.List;
import java.util.Optional;

/** The targets of a share: accounts, folders and directories, all in the caller's own organization. */
final class Targets {

    private Targets() {}

    /**
     * The targets of a call, each of which may have what it is given.
     *
     * @throws ApiError 400 for malformed, repeated, too many or unknown targets, 409 when the caller may not share
     */
    static List<String> of(Call call, boolean externalAllowed) throws ApiError {
        List<String> targets = ShareParameters.few(call.parameters(), "Targets");
        Optional<Directory> directory =
                new DirectoryTree(call.world()).directoryOf(call.caller().accountId());
        if (!externalAllowed) {
            requireSharing(directory);
        }
        for (String target : targets) {
            check(call, target, directory, externalAllowed);
        }
        return targets;
    }

    /** What answers call the kind of a target; for folders and directories the real names are not documented. */
    static String entityType(String target) {
        if (target.startsWith("rd-")) {
            return "ResourceDirectory";
        }
        return target.startsWith("fd-") || target.startsWith("r-") ? "Folder" : "Account";
    }

    static boolean externalAllowed(Call call) {
        return Switches.isOn(call.parameters(), "AllowExternalTargets");
    }

    private static void requireSharing(Optional<Directory> directory) throws ApiError {
        if (directory.isEmpty()) {
            throw new ApiError(
                    409,
                    "AccountNotInResourceDirectory",
                    "The account is not a master or a member of a resource directory.");
        }
        if (!directory.get().sharingEnabled()) {
            throw new ApiError(
                    409,
                    "NotEnableSharingWithResourceDirectory",
                    "You have not enabled sharing with your Resource Directory.");
        }
    }

    private static void check(Call call, String target, Optional<Directory> directory, boolean externalAllowed)
            throws ApiError {
        if (!target.matches(ShareParameters.TARGET)) {
            throw ShareErrors.invalid("Targets");
        }
        if (target.equals(call.caller().accountId())) {
            throw new ApiError(409, "ShareWithYourself", "You cannot share resources with yourself.");
        }
        if (!isInside(call, target, directory)) {
            throw externalAllowed
                    ? new ApiError(
                            409,
                            "ExternalTargetsNotAllowed.ResourceType",
                            "The resource share includes resource types that cannot be shared with accounts outside the"
                                    + " resource directory.")
                    : new ApiError(400, "InvalidTarget", "The shared target does not exist in the resource directory.");
        }
    }

    private static boolean isInside(Call call, String target, Optional<Directory> directory) {
        if (directory.isEmpty()) {
            return false;
        }
        String id = directory.get().id();
        return switch (entityType(target)) {
            case "ResourceDirectory" -> target.equals(id);
            case "Folder" ->
                call.world()
                        .folders()
                        .find(target)
                        .filter(folder -> folder.directoryId().equals(id))
                        .isPresent();
            default ->
                new DirectoryTree(call.world())
                        .directoryOf(target)
                        .filter(directory.get()::equals)
                        .isPresent();
        };
    }
}
