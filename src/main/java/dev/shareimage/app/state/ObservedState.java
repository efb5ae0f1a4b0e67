package dev.shareimage.app.state;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.Directory;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the checks and the plan are made from.
 *
 * @param targets the resolved targets
 * @param role the role, or null if no image needs the key, so that it was not read
 * @param quota the maximum number of accounts for an image; empty if no such quota is listed
 * @param directory the resource directory, or null if no target needs it
 */
public record ObservedState(
        RegionId region,
        ReadResult<CallerIdentity> caller,
        List<ShareTarget> targets,
        List<ImageState> images,
        @Nullable RoleState role,
        ReadResult<OptionalInt> quota,
        @Nullable DirectoryState directory) {

    public ObservedState {
        targets = List.copyOf(targets);
        images = List.copyOf(images);
    }

    /**
     * The resource directory.
     *
     * @param organization the organization; empty if the caller is in none
     * @param sharingEnabled whether resources may be shared with it
     * @param unproven the given paths that were not verified
     * @param unresolved the requested targets that could not be resolved
     */
    public record DirectoryState(
            ReadResult<Optional<Directory.Organization>> organization,
            ReadResult<Boolean> sharingEnabled,
            ReadResult<List<Directory.Member>> members,
            List<FolderPath> unproven,
            List<Unresolved> unresolved) {}

    /**
     * A requested target that could not be resolved.
     *
     * @param folder the folder; empty for the own directory of an account that is in none
     * @param hidden whether the caller may not read it; false if it does not exist
     */
    public record Unresolved(Optional<FolderId> folder, boolean hidden) {}

    /** Whether any image needs the key. */
    public boolean needsKey() {
        return images.stream().anyMatch(ImageState::needsKey);
    }

    /** The accounts among the targets. */
    public List<ShareTarget.Account> accounts() {
        return accounts(targets);
    }

    /** The directories and folders among the targets. */
    public List<ShareTarget> groups() {
        return groups(targets);
    }

    /** The same state with other images. */
    public ObservedState withImages(List<ImageState> others) {
        return new ObservedState(region, caller, targets, others, role, quota, directory);
    }

    /** The same state with another directory. */
    public ObservedState withDirectory(@Nullable DirectoryState other) {
        return new ObservedState(region, caller, targets, images, role, quota, other);
    }

    /** The same state with other targets. */
    public ObservedState withTargets(List<ShareTarget> others) {
        return new ObservedState(region, caller, others, images, role, quota, directory);
    }

    /** The accounts among some targets. */
    public static List<ShareTarget.Account> accounts(List<ShareTarget> targets) {
        return targets.stream()
                .filter(ShareTarget.Account.class::isInstance)
                .map(ShareTarget.Account.class::cast)
                .toList();
    }

    /** The directories and folders among some targets. */
    public static List<ShareTarget> groups(List<ShareTarget> targets) {
        return targets.stream()
                .filter(target -> !(target instanceof ShareTarget.Account))
                .toList();
    }
}
