package dev.shareimage.sandbox.directory;

import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.util.List;

/** Resource Directory. */
public final class DirectoryApi implements Api {

    @Override
    public String product() {
        return "ResourceDirectoryMaster";
    }

    @Override
    public String version() {
        return "2022-04-19";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                GetResourceDirectory.action(),
                ListAccounts.action(),
                ListAccountsForParent.action(),
                ListFoldersForParent.action(),
                ListAncestors.action(),
                GetFolder.action(),
                GetAccount.action(),
                MoveAccount.action(),
                RemoveCloudAccount.action(),
                InviteAccount.action(),
                AcceptHandshake.action());
    }
}
