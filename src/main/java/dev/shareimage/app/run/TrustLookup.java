package dev.shareimage.app.run;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of everybody who has an image whether the role trusts them: by their own principal, or through the directory or
 * folder that they lie in, which is looked up only where it matters.
 */
final class TrustLookup {

    private final RunContext run;
    private final RoleState role;
    private final @Nullable TrustPolicy trust;
    private final FolderPaths folders;
    private final Map<AccountId, String> memberPaths = new HashMap<>();

    TrustLookup(RunContext run, RoleState role) {
        this.run = run;
        this.role = role;
        this.trust = role.missing() ? TrustPolicy.empty() : role.trust();
        this.folders = new FolderPaths(run);
    }

    /** Reads who lies where, when a trust in a directory or folder may cover accounts that are not named. */
    void read(List<ImageState> images) throws CloudException {
        TrustPolicy policy = trust;
        boolean matters = policy != null
                && policy.trustsGroups()
                && images.stream()
                        .flatMap(image -> image.sharedAccounts().stream())
                        .anyMatch(account -> !policy.covers(new ShareTarget.Account(account)));
        if (!matters) {
            return;
        }
        ReadResult<List<Member>> members =
                Parallel.await(run.parallel().read(() -> run.cloud().directory().members()));
        members.known().ifPresent(list -> list.forEach(member -> memberPaths.put(member.account(), member.path())));
    }

    /** Null for an image that is not encrypted, and where it cannot be told. */
    @Nullable
    Boolean of(ImageState image, ShareTarget target) throws CloudException {
        if (trust == null || Boolean.FALSE.equals(image.encrypted())) {
            return null;
        }
        return target instanceof ShareTarget.Account account ? of(trust, account) : ofGroup(trust, target);
    }

    private Boolean of(TrustPolicy policy, ShareTarget.Account account) {
        String path = memberPaths.get(account.account());
        return path == null ? policy.covers(account) : policy.coversMember(account.account(), path);
    }

    private @Nullable Boolean ofGroup(TrustPolicy policy, ShareTarget target) throws CloudException {
        if (policy.covers(target) || !policy.trustsGroups()) {
            return policy.covers(target);
        }
        ShareTarget complete = folders.complete(target, role);
        boolean lost = complete instanceof ShareTarget.Folder folder
                && folder.knownPath().isEmpty();
        return lost ? null : policy.covers(complete);
    }
}
