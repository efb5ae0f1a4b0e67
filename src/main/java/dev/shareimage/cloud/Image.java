package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A custom image as {@code DescribeImages} shows it to the caller.
 *
 * @param name the owner's words, which may be hostile; the view removes control characters
 * @param ownerAlias {@code self}, {@code others}, {@code system} or {@code marketplace}, as seen by the caller
 * @param owner the owning account, or null if the answer has none
 * @param status {@code Creating}, {@code Waiting}, {@code Available}, {@code UnAvailable}, {@code CreateFailed}, {@code
 *     Deprecated}, or a state that the cloud adds
 * @param publicImage whether it is published to the community
 * @param productCode the marketplace product, or null
 * @param disks the disk mappings, usually with the system disk first
 * @param percent the progress of creation, 0 to 100; null if the answer has none
 * @param tags the owner's tags; empty if there are none, or if the caller may not see them
 * @param family the family that it belongs to, or null
 * @param createdAt when it was made, or null if the answer does not say
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
        Map<String, String> tags,
        @Nullable String family,
        @Nullable Instant createdAt) {

    public Image {
        disks = List.copyOf(disks);
        tags = Map.copyOf(tags);
    }

    /** Whether it is being created, or waits for that. All other states are final. */
    public boolean unfinished() {
        return status.equals("Creating") || status.equals("Waiting");
    }

    public boolean available() {
        return status.equals("Available");
    }

    /**
     * One disk of an image.
     *
     * @param snapshotId its snapshot, or null
     * @param encrypted whether it is encrypted; null if the answer does not say, as for older images
     */
    public record Disk(
            @Nullable String snapshotId, @Nullable Boolean encrypted) {}

    /** Whether the image is encrypted; empty if the disk mappings do not say. */
    public Optional<Boolean> encrypted() {
        if (disks.stream().anyMatch(disk -> Boolean.TRUE.equals(disk.encrypted()))) {
            return Optional.of(true);
        }
        boolean known = !disks.isEmpty() && disks.stream().allMatch(disk -> disk.encrypted() != null);
        return known ? Optional.of(false) : Optional.empty();
    }

    /** The snapshots of its disks. */
    public List<String> snapshotIds() {
        return disks.stream()
                .flatMap(disk -> Optional.ofNullable(disk.snapshotId()).stream())
                .distinct()
                .toList();
    }
}
