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
 * Tells whether the holders of an image need the trust of a target. They need it if the target is the holder itself, or if
 * one of the two may contain the other, unless the remaining trust covers the holder.
 *
 * @param rest the trust without the candidates
 * @param paths the candidates and holders by id; folders have their paths if these are known
 */
record TrustNeed(TrustPolicy rest, DirectoryMembers membership, Map<String, ShareTarget> paths) {

    /** Reads the members of the directory if a candidate or holder is a directory or folder. */
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

    /** Whether one may contain the other, so that the holder may need this trust. */
    private boolean mayConcern(ShareTarget having, ShareTarget trusted) {
        return !isPathless(trusted) && (isPathless(having) || mayLieIn(having, trusted) || mayLieIn(trusted, having));
    }

    /** Whether it is a folder without a known path. No trust statement names it, and it may contain any account. */
    private static boolean isPathless(ShareTarget target) {
        return target instanceof ShareTarget.Folder folder && folder.knownPath().isEmpty();
    }

    private boolean mayLieIn(ShareTarget inner, ShareTarget group) {
        return !(group instanceof ShareTarget.Account)
                && TrustPolicy.of(List.of(group)).decide(inner, membership) != TrustDecision.NOT_COVERED;
    }
}
