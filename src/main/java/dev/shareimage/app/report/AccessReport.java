package dev.shareimage.app.report;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which image: what was read of each account that owns images. Everything that is said of it is made from this
 * alone, so that a report that was written can be read, joined with others and said in another language.
 *
 * @param owners each account once
 */
public record AccessReport(List<Owner> owners) {

    public AccessReport {
        owners = List.copyOf(owners);
    }

    /** All images, in the order of their owners. */
    public List<ReportedImage> images() {
        return owners.stream().flatMap(owner -> owner.images().stream()).toList();
    }

    /** Whether something could not be read, so that there may be more than is said here. */
    public boolean isComplete() {
        return owners.stream().flatMap(owner -> owner.regions().stream()).allMatch(RegionRead::complete);
    }

    /**
     * An account that owns images.
     *
     * @param readBy who read it, as an ARN
     * @param commands the options that commands need to work as and where this was read
     * @param outside the accounts that have an image directly and are known to lie outside of the directory
     * @param trustedOnly whom the trust names and who has none of the images, as {@code UID@ecs.aliyuncs.com}
     * @param drift what differs from a manifest, or null where none was given
     * @param notes what could not be read, and what is under way, as sentences
     */
    public record Owner(
            AccountId account,
            String readBy,
            PastedCommands commands,
            List<RegionRead> regions,
            RoleFacts role,
            @Nullable DirectoryId directory,
            List<AccountId> outside,
            List<Group> groups,
            List<KeyFacts> keys,
            List<ReportedImage> images,
            List<String> trustedOnly,
            @Nullable Drift drift,
            List<String> notes) {

        public Owner {
            regions = List.copyOf(regions);
            outside = List.copyOf(outside);
            groups = List.copyOf(groups);
            keys = List.copyOf(keys);
            images = List.copyOf(images);
            trustedOnly = List.copyOf(trustedOnly);
            notes = List.copyOf(notes);
        }
    }

    /**
     * When a region was read.
     *
     * @param complete false where it could not be read, or not all of it
     */
    public record RegionRead(RegionId region, Instant readAt, boolean complete) {}

    /**
     * The role through which recipients use the key.
     *
     * @param present null where it could not be read
     * @param hasPolicy whether it has a permission policy at all; null where that could not be read, or there is no role
     * @param problems of its trust policy
     * @param unreadable why its trust policy cannot be understood, or null
     */
    public record RoleFacts(
            @Nullable Boolean present,
            @Nullable Boolean hasPolicy,
            List<TrustProblem> problems,
            @Nullable String unreadable) {
        public RoleFacts {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A directory or folder that has an image.
     *
     * @param members the accounts in it now; null where the members may not be read
     */
    public record Group(ShareTarget target, @Nullable List<AccountId> members) {
        public Group {
            members = members == null ? null : List.copyOf(members);
        }
    }

    /**
     * A key that encrypts an image.
     *
     * @param state as the key service says, or null where it could not be read
     * @param deleteAt when it will be deleted, or null
     * @param expiresAt when its imported material expires, or null
     */
    public record KeyFacts(
            RegionId region,
            KeyId id,
            @Nullable String state,
            @Nullable Instant deleteAt,
            @Nullable Instant expiresAt) {}

    /**
     * An image and who has it.
     *
     * @param name the owner's words: hostile until shown through a view
     * @param encrypted null when it could not be told
     * @param keys empty too where they could not be read
     */
    public record ReportedImage(
            AccountId owner,
            RegionId region,
            ImageId id,
            String name,
            @Nullable Boolean encrypted,
            List<KeyId> keys,
            List<ReportedShare> shares) {
        public ReportedImage {
            keys = List.copyOf(keys);
            shares = List.copyOf(shares);
        }

        /** As options take it: {@code REGION:IMAGE}. */
        public String text() {
            return region + ":" + id;
        }
    }

    /**
     * One way in which an image is shared.
     *
     * @param sharedAt null where the cloud does not say
     * @param until when the manifest wants it to end, or null
     * @param resourceShareId null for a direct share
     */
    public record ReportedShare(
            ShareTarget target,
            @Nullable Instant sharedAt,
            TrustState trust,
            @Nullable Instant until,
            @Nullable String resourceShareId) {}

    /**
     * What differs from a manifest.
     *
     * @param manifest the name of the file
     */
    public record Drift(String manifest, List<DriftedImage> images) {
        public Drift {
            images = List.copyOf(images);
        }
    }

    /**
     * An image that others have than the manifest says.
     *
     * @param extra who has it and is not named
     * @param missing who is named and does not have it
     */
    public record DriftedImage(RegionId region, ImageId id, List<String> extra, List<String> missing) {
        public DriftedImage {
            extra = List.copyOf(extra);
            missing = List.copyOf(missing);
        }

        /** As options take it: {@code REGION:IMAGE}. */
        public String text() {
            return region + ":" + id;
        }
    }
}
