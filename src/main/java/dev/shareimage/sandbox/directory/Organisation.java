package dev.shareimage.sandbox.directory;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Refusal;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Folder;
import dev.shareimage.sandbox.world.Member;
import java.util.List;
import java.util.Optional;

/** The caller's directory, as far as the caller may look into it. */
final class Organisation {

    private final Call call;
    private final Directory directory;

    private Organisation(Call call, Directory directory) {
        this.call = call;
        this.directory = directory;
    }

    /**
     * The directory for those who may read it: its management account, and its members where the world says so.
     *
     * @throws Refusal 404 {@code EntityNotExists.ResourceDirectory} or 403 {@code NoPermission}
     */
    static Organisation readable(Call call, String action) throws Refusal {
        Organisation organisation = of(call, action);
        if (!organisation.isManagedByCaller() && !organisation.directory.membersMayRead()) {
            throw notPermitted(action);
        }
        return organisation;
    }

    /**
     * The directory for its management account alone.
     *
     * @throws Refusal 404 {@code EntityNotExists.ResourceDirectory} or 403 {@code NoPermission}
     */
    static Organisation managed(Call call, String action) throws Refusal {
        Organisation organisation = of(call, action);
        if (!organisation.isManagedByCaller()) {
            throw notPermitted(action);
        }
        return organisation;
    }

    private static Organisation of(Call call, String action) throws Refusal {
        String accountId = call.caller().accountId();
        call.caller().require(action, "acs:resourcemanager:*:" + accountId + ":*");
        Optional<Directory> directory = new DirectoryTree(call.world()).directoryOf(accountId);
        return new Organisation(
                call,
                directory.orElseThrow(() -> new Refusal(
                        404,
                        "EntityNotExists.ResourceDirectory",
                        "The resource directory for the account is not enabled. We recommend that you first enable the"
                                + " resource directory for the account.")));
    }

    Directory directory() {
        return directory;
    }

    /** The members, in the order of their ids. */
    List<Member> members() {
        return call.world().members().stream()
                .filter(member -> member.directoryId().equals(directory.id()))
                .toList();
    }

    List<Folder> folders() {
        return call.world().folders().stream()
                .filter(folder -> folder.directoryId().equals(directory.id()))
                .toList();
    }

    /**
     * @throws Refusal 404 {@code EntityNotExists.Account}
     */
    Member member(String accountId) throws Refusal {
        return call.world()
                .members()
                .find(accountId)
                .filter(member -> member.directoryId().equals(directory.id()))
                .orElseThrow(() ->
                        new Refusal(404, "EntityNotExists.Account", "This resource directory account does not exist."));
    }

    /**
     * The folder that a parameter names.
     *
     * @throws Refusal 400 {@code InvalidParameter.<name>} for what is no folder's id, 404
     *     {@code EntityNotExists.Folder}
     */
    Folder folder(String parameter, String id) throws Refusal {
        if (!id.matches("(r|fd)-[A-Za-z0-9]{1,32}")) {
            throw new Refusal(400, "InvalidParameter." + parameter, "The " + parameter + " is invalid.");
        }
        return call.world()
                .folders()
                .find(id)
                .filter(folder -> folder.directoryId().equals(directory.id()))
                .orElseThrow(() ->
                        new Refusal(404, "EntityNotExists.Folder", "The resource directory folder does not exist."));
    }

    private boolean isManagedByCaller() {
        return directory.managementAccountId().equals(call.caller().accountId());
    }

    private static Refusal notPermitted(String action) {
        return new Refusal(
                403,
                "NoPermission",
                "You are not authorized to do this action. You should be authorized by RAM.",
                action);
    }
}
