package dev.shareimage.app.state;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.Image.Disk;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An image as far as it could be read.
 *
 * @param image the image; empty if the region does not have it
 * @param shares the accounts that have it directly
 * @param resourceShares the targets of its resource shares, each with its access, which depends on the association of
 *     the target and of the image
 * @param elsewhere the region that has the image, if it was found in another one than this
 * @param snapshots the snapshots; empty for an unencrypted image, unread if nobody needs the key
 */
public record ImageState(
        ImageRef ref,
        ReadResult<Optional<Image>> image,
        ReadResult<List<ImageShare>> shares,
        ReadResult<List<Association>> resourceShares,
        ReadResult<List<Snapshot>> snapshots,
        List<KeyState> keys,
        Optional<RegionId> elsewhere) {

    public ImageState {
        keys = List.copyOf(keys);
    }

    public ImageId id() {
        return ref.id();
    }

    /** The image, if it was found. */
    public Optional<Image> found() {
        return image.known().flatMap(found -> found);
    }

    /** Whether it is known to belong to another account, so that the caller's key, role and trust do not matter. */
    public boolean foreign() {
        return found().filter(image ->
                        !image.ownerAlias().isEmpty() && !image.ownerAlias().equals("self"))
                .isPresent();
    }

    /** The image that it is a copy of, if this program made it. */
    public Optional<ImageRef> source() {
        return found().flatMap(CopyMark::of).map(CopyMark::source);
    }

    /** Whether it is encrypted, from its disks or else its snapshots; null if that is not known. */
    public @Nullable Boolean encrypted() {
        Optional<Boolean> fromDisks = found().flatMap(Image::encrypted);
        return fromDisks.isPresent() ? fromDisks.get() : encryptedBySnapshots();
    }

    /** An unencrypted snapshot says nothing about those that were not seen. */
    private @Nullable Boolean encryptedBySnapshots() {
        List<Snapshot> seen = snapshots.known().orElse(List.of());
        if (seen.stream().anyMatch(Snapshot::encrypted)) {
            return true;
        }
        List<Disk> disks = found().map(Image::disks).orElse(List.of());
        boolean all = !disks.isEmpty()
                && disks.stream().allMatch(disk -> disk.snapshotId() != null)
                && seen.size() >= found().get().snapshotIds().size();
        return all ? false : null;
    }

    /** Whether the key is needed: the image is encrypted, or that is not known. */
    public boolean needsKey() {
        return found().isPresent() && !Boolean.FALSE.equals(encrypted());
    }

    /** Whether the target itself has the image. */
    public boolean has(ShareTarget target) {
        if (target instanceof ShareTarget.Account account) {
            return shares.known().orElse(List.of()).stream()
                    .anyMatch(share -> share.account().equals(account.account()));
        }
        return resourceShares.known().orElse(List.of()).stream()
                .anyMatch(association -> association.state() == Association.State.ASSOCIATED
                        && association.entityId().equals(target.id()));
    }

    /** The targets that do not have it. The accounts of long lists are found fast. */
    public List<ShareTarget> lackedBy(Collection<? extends ShareTarget> targets) {
        Set<AccountId> accounts = sharedAccounts();
        List<ShareTarget> lacking = new ArrayList<>();
        for (ShareTarget target : targets) {
            boolean has =
                    target instanceof ShareTarget.Account direct ? accounts.contains(direct.account()) : has(target);
            if (!has) {
                lacking.add(target);
            }
        }
        return lacking;
    }

    /** The accounts that have it directly; empty if that could not be read. */
    public Set<AccountId> sharedAccounts() {
        Set<AccountId> accounts = new TreeSet<>();
        shares.known().ifPresent(list -> list.forEach(share -> accounts.add(share.account())));
        return accounts;
    }

    /**
     * The directories and folders that have it or soon will, and accounts in shares of others; empty if that could not
     * be read. Unknown kinds of targets are left out.
     */
    public List<Association> liveTargets() {
        return resourceShares.known().orElse(List.of()).stream()
                .filter(association -> association.live() && ShareTarget.isId(association.entityId()))
                .toList();
    }

    /**
     * The targets that have it, soon will, or are losing it, because a removal may still fail. They include all targets
     * that need the key.
     */
    public List<Association> openTargets() {
        return resourceShares.known().orElse(List.of()).stream()
                .filter(association -> !association.over() && ShareTarget.isId(association.entityId()))
                .toList();
    }

    /** All holders that can be removed: accounts directly, then directories and folders. */
    public List<ShareTarget> holders() {
        return withAccounts(liveTargets());
    }

    /** The holders, and those whose association failed: it would take effect together with the image's association. */
    public List<ShareTarget> entries() {
        return withAccounts(resourceShares.known().orElse(List.of()).stream()
                .filter(association -> association.state() != Association.State.DISASSOCIATED)
                .toList());
    }

    private List<ShareTarget> withAccounts(List<Association> targets) {
        List<ShareTarget> holders = new ArrayList<>();
        sharedAccounts().forEach(account -> holders.add(new ShareTarget.Account(account)));
        targets.stream()
                .map(Association::entityId)
                .filter(id -> id.startsWith("rd-") || id.startsWith("fd-"))
                .distinct()
                .forEach(id -> holders.add(ShareTarget.ofId(id)));
        return holders;
    }

    /** The same image, found in this region instead. */
    ImageState foundIn(Optional<RegionId> other) {
        return new ImageState(ref, image, shares, resourceShares, snapshots, keys, other);
    }

    /** The same image with these entries of its resource shares. */
    ImageState withEntries(Predicate<Association> kept) {
        return new ImageState(
                ref,
                image,
                shares,
                resourceShares.map(list -> list.stream().filter(kept).toList()),
                snapshots,
                keys,
                elsewhere);
    }

    /** The image after these targets have lost it. */
    public ImageState without(Collection<? extends ShareTarget> leaving) {
        Set<String> ids = leaving.stream().map(ShareTarget::id).collect(Collectors.toSet());
        return new ImageState(
                ref,
                image,
                shares.map(list -> list.stream()
                        .filter(share -> !ids.contains(share.account().value()))
                        .toList()),
                resourceShares.map(list -> list.stream()
                        .filter(association -> !ids.contains(association.entityId()))
                        .toList()),
                snapshots,
                keys,
                elsewhere);
    }
}
