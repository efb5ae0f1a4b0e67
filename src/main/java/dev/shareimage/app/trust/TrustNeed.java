package dev.shareimage.app.trust;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.DirectoryMembersReader;
import dev.shareimage.app.state.ShareScan.SharedImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether those who have an image need the trust in a target: their own, or that in a directory or folder that they may lie
 * in, unless the rest of the trust covers them.
 *
 * @param rest the trust without any of the candidates
 * @param paths the candidates and holders by id, folders with their paths where these are known
 */
record TrustNeed(TrustPolicy rest, DirectoryMembers membership, Map<String, ShareTarget> paths) {

    /** Reads who lies where, when a directory or folder is concerned. */
    static TrustNeed read(
            RunContext run, TrustPolicy trust, Collection<ShareTarget> candidates, List<SharedImage> images)
            throws CloudException {
        List<ShareTarget> all = Stream.concat(
                        candidates.stream(),
                        images.stream()
                                .flatMap(image -> image.holders().stream())
                                .distinct()
                                .map(ShareTarget::ofId))
                .toList();
        boolean groups = all.stream().anyMatch(target -> !(target instanceof ShareTarget.Account));
        DirectoryMembers membership = groups
                ? new DirectoryMembersReader(run.cloud(), run.parallel())
                        .read()
                        .known()
                        .orElse(DirectoryMembers.unknown())
                : DirectoryMembers.unknown();
        FolderPaths folders = new FolderPaths(run);
        Map<String, ShareTarget> paths = new HashMap<>();
        for (ShareTarget target : all) {
            ShareTarget complete = folders.complete(target, membership);
            paths.put(target.id(), complete instanceof ShareTarget.Folder folder ? trust.withPath(folder) : complete);
        }
        return new TrustNeed(trust.withoutOwnForms(candidates), membership, paths);
    }

    boolean of(String holder, ShareTarget target) {
        if (holder.equals(target.id())) {
            return true;
        }
        ShareTarget having = paths.getOrDefault(holder, ShareTarget.ofId(holder));
        ShareTarget trusted = paths.getOrDefault(target.id(), target);
        return !isTrusted(having) && mayConcern(having, trusted) && !isTrusted(trusted);
    }

    private boolean isTrusted(ShareTarget target) {
        return rest.decide(target, membership) == TrustDecision.TRUSTED;
    }

    /** Whether the one may lie in the other, or be a member that has the image through it. */
    private boolean mayConcern(ShareTarget having, ShareTarget trusted) {
        return trusted instanceof ShareTarget.Account
                ? isPathless(having) || mayLieIn(trusted, having)
                : !isPathless(trusted) && mayLieIn(having, trusted);
    }

    /** A folder whose path is known nowhere: the trust has no statement for it, and anybody may lie in it. */
    private static boolean isPathless(ShareTarget target) {
        return target instanceof ShareTarget.Folder folder && folder.knownPath().isEmpty();
    }

    private boolean mayLieIn(ShareTarget inner, ShareTarget group) {
        return !(group instanceof ShareTarget.Account)
                && TrustPolicy.of(List.of(group)).decide(inner, membership) != TrustDecision.NOT_COVERED;
    }
}
