package dev.shareimage.app.report;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which image: what was read from each account that owns images. All output is made from it, so a saved report
 * can be read again, merged with others, and printed in another language.
 *
 * @param owners the accounts, each once
 */
public record AccessReport(List<Owner> owners) {

    public AccessReport {
        owners = List.copyOf(owners);
    }

    /** All images, in the order of their owners. */
    public List<ReportedImage> images() {
        return owners.stream().flatMap(owner -> owner.images().stream()).toList();
    }

    /** Whether everything could be read. If not, there may be more images and shares. */
    public boolean isComplete() {
        return owners.stream().flatMap(owner -> owner.regions().stream()).allMatch(RegionRead::complete);
    }

    /**
     * An account that owns images.
     *
     * @param readBy the ARN of the reader
     * @param commands the options with which commands act as the same identity in the same place
     * @param outside the accounts that have an image directly and are known to be outside of the directory
     * @param trustedOnly the principals that the trust names and that have no image, as {@code UID@ecs.aliyuncs.com}
     * @param drift the differences from a manifest, or null if none was given
     * @param notes sentences about what could not be read and what is in progress
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
     * The time when a region was read.
     *
     * @param complete false if it could not be read completely
     */
    public record RegionRead(RegionId region, Instant readAt, boolean complete) {}

    /**
     * The role through which recipients use the key.
     *
     * @param present whether it exists, or null if it could not be read
     * @param hasPolicy whether it has any permission policy; null if that could not be read, or if there is no role
     * @param problems the problems of its trust policy
     * @param unreadable why its trust policy is unreadable, or null
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
     * @param members the accounts in it now, or null if the members may not be read
     */
    public record Group(ShareTarget target, @Nullable List<AccountId> members) {
        public Group {
            members = members == null ? null : List.copyOf(members);
        }
    }

    /**
     * A key that encrypts an image.
     *
     * @param state the state from KMS, or null if it could not be read
     * @param deleteAt the time of its deletion, or null
     * @param expiresAt the time when its imported material expires, or null
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
     * @param name the owner's words, which may be hostile until a view cleans them
     * @param encrypted whether it is encrypted, or null if that is not known
     * @param keys the keys; also empty if they could not be read
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

        /** The form for options: {@code REGION:IMAGE}. */
        public String text() {
            return region + ":" + id;
        }
    }

    /**
     * One share of an image.
     *
     * @param sharedAt the time of the share, or null if the cloud does not say
     * @param until the time when it must end according to the manifest, or null
     * @param resourceShareId the resource share, or null for a direct share
     */
    public record ReportedShare(
            ShareTarget target,
            @Nullable Instant sharedAt,
            TrustState trust,
            @Nullable Instant until,
            @Nullable String resourceShareId) {}

    /**
     * The differences from a manifest.
     *
     * @param manifest the name of the file
     */
    public record Drift(String manifest, List<DriftedImage> images) {
        public Drift {
            images = List.copyOf(images);
        }
    }

    /**
     * An image whose holders differ from the manifest.
     *
     * @param id null for a copy that does not exist
     * @param extra the holders that are not named
     * @param missing the named targets that do not have it
     * @param source the image that the copy is to be made from, or null
     */
    public record DriftedImage(
            RegionId region,
            @Nullable ImageId id,
            List<String> extra,
            List<String> missing,
            @Nullable ImageRef source) {

        /** An image that exists. */
        public DriftedImage(RegionId region, ImageId id, List<String> extra, List<String> missing) {
            this(region, id, extra, missing, null);
        }

        public DriftedImage {
            extra = List.copyOf(extra);
            missing = List.copyOf(missing);
        }

        /** The form for options, {@code REGION:IMAGE}; for a copy that does not exist, that of its source. */
        public String text() {
            return id == null ? source + " \u2192 " + region : region + ":" + id;
        }

        /** The existing image: this one, or the source of the copy. */
        public String existing() {
            return id == null ? String.valueOf(source) : text();
        }
    }
}
