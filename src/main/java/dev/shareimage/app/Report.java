package dev.shareimage.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a command found and did. All output, including JSON, is made from it.
 *
 * @param region null where several are concerned, and for commands about RAM alone, which is global
 * @param account the caller, or null if it could not be read
 * @param checks the findings in the order of {@link dev.shareimage.domain.check.CheckId}
 * @param policies the role's permission policies that were checked; empty for commands that share
 * @param notes sentences to read afterwards, for example about access that remains
 * @param failure why the whole command failed, or null
 */
public record Report(
        Status status,
        @Nullable RegionId region,
        @Nullable AccountId account,
        List<Finding> checks,
        RoleResult role,
        TrustResult trust,
        List<PolicyResult> policies,
        List<ImageResult> images,
        CallCount calls,
        List<String> notes,
        @Nullable Failure failure) {

    public Report {
        checks = List.copyOf(checks);
        policies = List.copyOf(policies);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }

    /** The same report with other images. */
    public Report withImages(List<ImageResult> others) {
        return new Report(status, region, account, checks, role, trust, policies, others, calls, notes, failure);
    }

    /**
     * The role.
     *
     * @param action {@code CREATED}, {@code UPDATED} (policy attached), {@code UNCHANGED}, {@code NOT_NEEDED} or
     *     {@code PLANNED}
     */
    public record RoleResult(String name, RoleAction action) {}

    /**
     * The trust policy.
     *
     * @param action {@code UPDATED}, {@code UNCHANGED}, {@code NOT_NEEDED} or {@code PLANNED}
     * @param added the principals that get the key, as {@code UID@ecs.aliyuncs.com} or {@code *@ecs.aliyuncs.com} with
     *     its condition
     * @param removed the principals that lose it
     * @param document the whole policy after the change, or null if it was not read
     */
    public record TrustResult(
            RoleAction action,
            List<String> added,
            List<String> removed,
            @Nullable JsonNode document) {
        public TrustResult {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * A permission policy of the role.
     *
     * @param action {@code ATTACHED}, {@code UNCHANGED}, {@code PLANNED} or {@code NOT_KNOWN}
     */
    public record PolicyResult(String name, String type, RoleAction action) {}

    /**
     * One image.
     *
     * @param region the region of the image, or of the planned copy
     * @param imageId its id, or null for a copy that was not started
     * @param name the image's name, or null if the image was not found
     * @param encrypted whether it is encrypted, or null if that is not known
     * @param source the image that it is a copy of, or null
     */
    public record ImageResult(
            RegionId region,
            @Nullable ImageId imageId,
            @Nullable String name,
            @Nullable Boolean encrypted,
            List<TargetResult> targets,
            @Nullable ImageRef source) {
        public ImageResult {
            targets = List.copyOf(targets);
        }

        /** The same image with other targets. */
        public ImageResult withTargets(List<TargetResult> others) {
            return new ImageResult(region, imageId, name, encrypted, others, source);
        }

        /** An image that is no copy. */
        public ImageResult(
                ImageRef image, @Nullable String name, @Nullable Boolean encrypted, List<TargetResult> targets) {
            this(image.region(), image.id(), name, encrypted, targets, null);
        }

        /** The image, or the source of a copy that has no id yet. */
        public Optional<ImageRef> ref() {
            return imageId == null ? Optional.ofNullable(source) : Optional.of(new ImageRef(region, imageId));
        }

        /** Whether it is that image. */
        public boolean is(ImageRef image) {
            return image.region().equals(region) && image.id().equals(imageId);
        }

        /** How messages name it: by its id, or by its name without an id. */
        public String call(boolean withRegion) {
            String id = imageId == null ? String.valueOf(name) : imageId.value();
            return withRegion ? region + ":" + id : id;
        }
    }

    /**
     * One target of one image.
     *
     * @param type {@code account}, {@code resource-directory} or {@code folder}
     * @param error why it was not done, or null
     * @param until the last day that a manifest gives it, which ends at midnight UTC; or null
     */
    public record TargetResult(
            String type,
            String id,
            TargetStatus status,
            @Nullable Failure error,
            @Nullable LocalDate until) {

        /** A share without an end. */
        public TargetResult(String type, String id, TargetStatus status, @Nullable Failure error) {
            this(type, id, status, error, null);
        }

        /** The same share with an end. */
        public TargetResult until(@Nullable LocalDate day) {
            return Objects.equals(until, day) ? this : new TargetResult(type, id, status, error, day);
        }
    }

    /** The results of all targets of all images. */
    public List<TargetResult> targets() {
        return images.stream().flatMap(image -> image.targets().stream()).toList();
    }

    /** Whether a check failed, so that nothing may be changed. */
    public boolean blocked() {
        return checks.stream().anyMatch(Finding::failed);
    }
}
