package dev.shareimage.app.run;

import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the paths of folders that are known by their ids alone: in the trust policy, else in the directory. */
final class FolderPaths {

    private final RunContext run;
    private final Map<FolderId, Optional<FolderPath>> known = new HashMap<>();

    FolderPaths(RunContext run) {
        this.run = run;
    }

    /** The target with its path, where it is a folder whose path can be found; else the same. */
    ShareTarget complete(ShareTarget target, RoleState role) throws CloudException {
        if (!(target instanceof ShareTarget.Folder folder) || folder.knownPath().isPresent()) {
            return target;
        }
        FolderId id = folder.folder();
        if (!known.containsKey(id)) {
            known.put(id, find(id, role));
        }
        return new ShareTarget.Folder(id, known.get(id));
    }

    private Optional<FolderPath> find(FolderId id, RoleState role) throws CloudException {
        Optional<FolderPath> trusted = Optional.ofNullable(role.trust()).flatMap(trust -> trust.pathOf(id));
        if (trusted.isPresent()) {
            return trusted;
        }
        ReadResult<Optional<FolderPath>> looked =
                Parallel.await(run.parallel().read(() -> run.cloud().directory().path(id)));
        return looked.known().flatMap(path -> path);
    }
}
