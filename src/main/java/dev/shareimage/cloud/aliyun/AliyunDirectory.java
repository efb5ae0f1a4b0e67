package dev.shareimage.cloud.aliyun;

import com.aliyuncs.CommonRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Directory;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import dev.shareimage.cloud.aliyun.rpc.Call;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import dev.shareimage.cloud.aliyun.rpc.PagedReader;
import dev.shareimage.cloud.aliyun.rpc.Product;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@link Directory} through the API of Resource Directory.
 *
 * <p>No public repository has the vendor's SDK for this product, so this class uses the core's untyped requests. Typed
 * requests can replace them here without other changes.
 */
final class AliyunDirectory implements Directory {

    /** A member account also gets this code, because it may not read its directory. */
    private static final String NO_DIRECTORY = "EntityNotExists.ResourceDirectory";

    /** The prefix of a root folder's id. */
    private static final String ROOT = "r-";

    /** The maximum number of levels: more than a directory can have. */
    private static final int MAX_LEVELS = 20;

    private final Calls calls;
    private final boolean anotherSite;
    private volatile boolean international;

    /** @param anotherSite whether to ask the international site's host after the Chinese one */
    AliyunDirectory(Calls calls, boolean anotherSite) {
        this.calls = calls;
        this.anotherSite = anotherSite;
    }

    @Override
    public Optional<Organization> organization() throws CloudException {
        try {
            ApiResponse directory = directory();
            return Optional.of(new Organization(
                    directory.value("ResourceDirectoryId", DirectoryId::new),
                    directory.value("MasterAccountId", AccountId::new)));
        } catch (CloudException e) {
            if (e.code().equals("ResourceDirectoryNotInUse") || e.code().equals(NO_DIRECTORY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<FolderPath> path(FolderId folder) throws CloudException {
        try {
            ApiResponse found = folder(folder.value());
            return Optional.of(
                    found.textIfAny("ResourceDirectoryPath").isPresent()
                            ? found.value("ResourceDirectoryPath", path -> new FolderPath(withoutSlash(path)))
                            : pathByParents(folder, found));
        } catch (CloudException e) {
            if (e.kind() == Kind.NOT_FOUND && !e.code().equals(NO_DIRECTORY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Reads the path folder by folder, if the cloud does not name it. */
    private FolderPath pathByParents(FolderId folder, ApiResponse found) throws CloudException {
        String path = folder.value();
        ApiResponse at = found;
        for (int level = 0; level < MAX_LEVELS; level++) {
            String parent = at.text("ParentFolderId");
            path = parent + "/" + path;
            if (parent.startsWith(ROOT)) {
                String whole = path;
                return directory().value("ResourceDirectoryId", id -> new FolderPath(id + "/" + whole));
            }
            at = folder(parent);
        }
        throw found.malformed("ParentFolderId", "leads to no root folder");
    }

    private ApiResponse folder(String id) throws CloudException {
        CommonRequest request = request("GetFolder");
        request.putQueryParameter("FolderId", id);
        return make(request, id).object("Folder");
    }

    private ApiResponse directory() throws CloudException {
        return make(request("GetResourceDirectory"), "").object("ResourceDirectory");
    }

    @Override
    public List<Member> members() throws CloudException {
        List<Member> members = new ArrayList<>();
        PagedReader.numbered(
                number -> {
                    CommonRequest request = request("ListAccounts");
                    request.putQueryParameter("PageNumber", String.valueOf(number));
                    request.putQueryParameter("PageSize", String.valueOf(PagedReader.PAGE_SIZE));
                    return make(request, "page " + number);
                },
                new ListShape("Accounts", "Account", "AccountId"),
                items -> {
                    for (ApiResponse item : items) {
                        String path = item.textIfAny("ResourceDirectoryPath").orElse("");
                        members.add(new Member(item.value("AccountId", AccountId::new), withoutSlash(path)));
                    }
                });
        return members;
    }

    /** The two sites have separate accounts and hosts. A key of one site is unknown to the other. */
    private ApiResponse make(CommonRequest request, String target) throws CloudException {
        Call call = Call.central(Product.RESOURCE_DIRECTORY, request.buildRequest(), target);
        if (international) {
            return calls.make(call.international());
        }
        try {
            return calls.make(call);
        } catch (CloudException e) {
            if (!anotherSite || !ofAnotherSite(e)) {
                throw e;
            }
            ApiResponse answer = calls.make(call.international());
            international = true;
            return answer;
        }
    }

    private static boolean ofAnotherSite(CloudException e) {
        return e.code().equals("InvalidAccessKeyId.NotFound") || e.code().equals("UnknownHost");
    }

    private static CommonRequest request(String action) {
        return Call.untyped("ResourceDirectoryMaster", "2022-04-19", action);
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
