package dev.shareimage.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command found and did, complete: every view of it, JSON included, is made from this alone.
 *
 * @param region null for commands about RAM alone, which is global
 * @param account the caller, or null when it was not reached
 * @param checks in the order of {@link dev.shareimage.domain.check.CheckId}
 * @param policies the permission policies of the role that were looked at; empty for commands that share
 * @param notes sentences that the person should read afterwards, such as access that is still effective
 * @param failure why the command as a whole failed, or null
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

    /**
     * The role.
     *
     * @param action {@code created}, {@code updated} (policy attached), {@code unchanged}, {@code not-needed},
     *     {@code planned}
     */
    public record RoleResult(String name, String action) {}

    /**
     * The trust policy.
     *
     * @param action {@code updated}, {@code unchanged}, {@code not-needed}, {@code planned}
     * @param added who gets the key, as {@code UID@ecs.aliyuncs.com} or {@code *@ecs.aliyuncs.com} with its condition
     * @param removed who loses it
     * @param document the whole policy as it is or will be, or null where it was not read
     */
    public record TrustResult(
            String action,
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
     * @param action {@code attached}, {@code unchanged}, {@code planned}
     */
    public record PolicyResult(String name, String type, String action) {}

    /**
     * One image.
     *
     * @param name null when the image was not found
     * @param encrypted null when it could not be told
     */
    public record ImageResult(
            ImageId imageId,
            @Nullable String name,
            @Nullable Boolean encrypted,
            List<TargetResult> targets) {
        public ImageResult {
            targets = List.copyOf(targets);
        }
    }

    /**
     * One target of one image.
     *
     * @param type {@code account}, {@code resource-directory} or {@code folder}
     * @param error why not, or null
     */
    public record TargetResult(
            String type,
            String id,
            TargetStatus status,
            @Nullable Failure error) {}

    /** Whether a check failed, so that nothing may be written. */
    public boolean blocked() {
        return checks.stream().anyMatch(Finding::failed);
    }
}
