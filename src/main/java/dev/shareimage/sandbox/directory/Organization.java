package dev.shareimage.sandbox.directory;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Directory;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Folder;
import dev.shareimage.sandbox.world.Member;
import java.util.List;
import java.util.Optional;

/** The caller's directory, as far as the caller may read it. */
final class Organization {

    private final Call call;
    private final Directory directory;

    private Organization(Call call, Directory directory) {
        this.call = call;
        this.directory = directory;
    }

    /**
     * The directory for accounts that may read it: the management account, and members if the world allows it. Other
     * members get the same error as accounts outside, because the calls have no other code.
     *
     * @throws ApiError 404 {@code EntityNotExists.ResourceDirectory}
     */
    static Organization readable(Call call, String action) throws ApiError {
        Organization organization = of(call, action);
        if (!organization.isManagedByCaller() && !organization.directory.membersMayRead()) {
            throw notEnabled();
        }
        return organization;
    }

    /**
     * The directory for its management account only.
     *
     * @throws ApiError 404 {@code EntityNotExists.ResourceDirectory} or 403 {@code NoPermission}
     */
    static Organization managed(Call call, String action) throws ApiError {
        Organization organization = of(call, action);
        if (!organization.isManagedByCaller()) {
            throw notPermitted(action);
        }
        return organization;
    }

    private static Organization of(Call call, String action) throws ApiError {
        String accountId = call.caller().accountId();
        call.caller().require(action, "acs:resourcemanager:*:" + accountId + ":*");
        Optional<Directory> directory = new DirectoryTree(call.world()).directoryOf(accountId);
        return new Organization(call, directory.orElseThrow(Organization::notEnabled));
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
     * @throws ApiError 404 {@code EntityNotExists.Account}
     */
    Member member(String accountId) throws ApiError {
        return call.world()
                .members()
                .find(accountId)
                .filter(member -> member.directoryId().equals(directory.id()))
                .orElseThrow(() -> new ApiError(
                        404, "EntityNotExists.Account", "This resource directory account does not exist."));
    }

    /**
     * The folder that a parameter names.
     *
     * @throws ApiError 400 {@code InvalidParameter.<name>} if it is not a folder id, 404
     *     {@code EntityNotExists.Folder}
     */
    Folder folder(String parameter, String id) throws ApiError {
        if (!id.matches("(r|fd)-[A-Za-z0-9]{1,32}")) {
            throw new ApiError(400, "InvalidParameter." + parameter, "The " + parameter + " is invalid.");
        }
        return call.world()
                .folders()
                .find(id)
                .filter(folder -> folder.directoryId().equals(directory.id()))
                .orElseThrow(() ->
                        new ApiError(404, "EntityNotExists.Folder", "The resource directory folder does not exist."));
    }

    private boolean isManagedByCaller() {
        return directory.managementAccountId().equals(call.caller().accountId());
    }

    private static ApiError notEnabled() {
        return new ApiError(
                404,
                "EntityNotExists.ResourceDirectory",
                "The resource directory for the account is not enabled. We recommend that you first enable the resource"
                        + " directory for the account.");
    }

    private static ApiError notPermitted(String action) {
        return new ApiError(
                403,
                "NoPermission",
                "You are not authorized to do this action. You should be authorized by RAM.",
                action);
    }
}
