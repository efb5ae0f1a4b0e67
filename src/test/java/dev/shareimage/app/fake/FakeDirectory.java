package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A resource directory with its folders and members. */
public final class FakeDirectory implements Directory {

    private static final AccountId NOBODY = new AccountId("99999");

    private final CallScript script;
    private final Map<FolderId, FolderPath> folders = new ConcurrentHashMap<>();
    private final Map<AccountId, String> members = new ConcurrentSkipListMap<>();
    private volatile Optional<Organization> organization = Optional.empty();

    FakeDirectory(CallScript script) {
        this.script = script;
    }

    public void belongsTo(DirectoryId directory, AccountId management) {
        organization = Optional.of(new Organization(directory, management));
    }

    public void belongsToNone() {
        organization = Optional.empty();
    }

    public void folder(FolderPath path) {
        folders.put(path.folder(), path);
    }

    /** Moves the account into the folder. */
    public void member(AccountId account, String folderPath) {
        members.put(account, folderPath + "/" + account);
    }

    /** The folder of each account. */
    DirectoryMembers membership() {
        return members.entrySet().stream()
                .findFirst()
                .map(member -> new DirectoryId(member.getValue().split("/", 2)[0]))
                .map(directory -> DirectoryMembers.of(directory, NOBODY, members))
                .orElse(DirectoryMembers.unknown());
    }

    @Override
    public Optional<Organization> organization() throws CloudException {
        return script.play("GetResourceDirectory", "", () -> organization);
    }

    @Override
    public Optional<FolderPath> path(FolderId folder) throws CloudException {
        return script.play("GetFolder", folder, () -> Optional.ofNullable(folders.get(folder)));
    }

    @Override
    public List<Member> members() throws CloudException {
        return script.play(
                "ListAccounts",
                "",
                () -> members.entrySet().stream()
                        .map(member -> new Member(member.getKey(), member.getValue()))
                        .toList());
    }
}
