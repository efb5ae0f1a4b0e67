package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A custom image as {@code DescribeImages} shows it to the caller.
 *
 * @param name the owner's words: hostile until shown through the view, which strips control characters
 * @param ownerAlias {@code self}, {@code others}, {@code system} or {@code marketplace}, seen from the caller
 * @param owner the owning account, where the answer has it
 * @param status {@code Creating}, {@code Waiting}, {@code Available}, {@code UnAvailable}, {@code CreateFailed},
 *     {@code Deprecated}, or what the cloud adds
 * @param publicImage whether it is published to the community
 * @param productCode the marketplace product, or null
 * @param disks the disk mappings, system disk first as a rule
 * @param percent how much of it is made, 0 to 100; null where the answer does not say
 * @param tags the owner's labels; empty where there are none, or where the caller does not see them
 */
public record Image(
        ImageId id,
        String name,
        String ownerAlias,
        @Nullable AccountId owner,
        String status,
        boolean publicImage,
        @Nullable String productCode,
        List<Disk> disks,
        @Nullable Integer percent,
        Map<String, String> tags) {

    public Image {
        disks = List.copyOf(disks);
        tags = Map.copyOf(tags);
    }

    /** An image without tags, of which is not said how much is made. */
    public Image(
            ImageId id,
            String name,
            String ownerAlias,
            @Nullable AccountId owner,
            String status,
            boolean publicImage,
            @Nullable String productCode,
            List<Disk> disks) {
        this(id, name, ownerAlias, owner, status, publicImage, productCode, disks, null, Map.of());
    }

    /** Whether it is being made, or waits for its turn; everything else is an end. */
    public boolean unfinished() {
        return status.equals("Creating") || status.equals("Waiting");
    }

    public boolean available() {
        return status.equals("Available");
    }

    /**
     * One disk of an image.
     *
     * @param snapshotId the snapshot behind it, or null
     * @param encrypted whether it is encrypted; null where the answer does not say, as older images do
     */
    public record Disk(
            @Nullable String snapshotId, @Nullable Boolean encrypted) {}

    /** Whether it is encrypted, as far as the disk mappings say; empty when they leave it open. */
    public Optional<Boolean> encrypted() {
        if (disks.stream().anyMatch(disk -> Boolean.TRUE.equals(disk.encrypted()))) {
            return Optional.of(true);
        }
        boolean known = !disks.isEmpty() && disks.stream().allMatch(disk -> disk.encrypted() != null);
        return known ? Optional.of(false) : Optional.empty();
    }

    /** The snapshots behind its disks. */
    public List<String> snapshotIds() {
        return disks.stream()
                .flatMap(disk -> Optional.ofNullable(disk.snapshotId()).stream())
                .distinct()
                .toList();
    }
}
