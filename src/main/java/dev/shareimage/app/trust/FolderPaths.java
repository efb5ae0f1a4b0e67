package dev.shareimage.app.trust;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the paths of folders of which only the id is known: from the members below the folder, or else from the directory.
 * A path in the trust policy proves nothing, because it may be wrong.
 */
public final class FolderPaths {

    private final RunContext run;
    private final Map<FolderId, Optional<FolderPath>> known = new HashMap<>();

    public FolderPaths(RunContext run) {
        this.run = run;
    }

    /** Adds the path if the target is a folder whose path can be found. Otherwise returns the same target. */
    public ShareTarget complete(ShareTarget target, DirectoryMembers membership) throws CloudException {
        if (!(target instanceof ShareTarget.Folder folder) || folder.knownPath().isPresent()) {
            return target;
        }
        FolderId id = folder.folder();
        if (!known.containsKey(id)) {
            known.put(id, find(id, membership));
        }
        return new ShareTarget.Folder(id, known.get(id));
    }

    private Optional<FolderPath> find(FolderId id, DirectoryMembers membership) throws CloudException {
        Optional<FolderPath> ofMember = membership.pathOf(id);
        if (ofMember.isPresent()) {
            return ofMember;
        }
        ReadResult<Optional<FolderPath>> looked =
                Parallel.await(run.parallel().read(() -> run.cloud().directory().path(id)));
        return looked.known().flatMap(path -> path);
    }
}
