package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of the key service.
 *
 * @param id such as {@code key-hk00000000000000000001}
 * @param state {@code Enabled}, {@code Disabled}, {@code PendingDeletion}, {@code PendingImport} and others
 * @param creator the account or the service that created it
 * @param aliases the aliases with their prefix, as in {@code alias/images}
 * @param deletionDate the time of its deletion, or null
 * @param materialExpires the time when its imported material expires, or null
 * @param otherSpec the spec if it is not {@link #DEFAULT_SPEC}, or null
 */
public record KmsKey(
        String region,
        String id,
        String accountId,
        String state,
        String creator,
        @Nullable String description,
        List<String> aliases,
        List<Tag> tags,
        Instant created,
        @Nullable Instant deletionDate,
        @Nullable Instant materialExpires,
        boolean deletionProtected,
        @Nullable String otherSpec)
        implements Entity {

    /** The alias of the key that a cloud service keeps for an account. */
    public static final String ECS_SERVICE_ALIAS = "alias/acs/ecs";

    /** The spec of a key that was created without one. */
    public static final String DEFAULT_SPEC = "Aliyun_AES_256";

    private static final Set<String> SYMMETRIC = Set.of(DEFAULT_SPEC, "Aliyun_SM4");

    @Override
    public String key() {
        return region + "/" + id;
    }

    public String arn() {
        return "acs:kms:" + region + ":" + accountId + ":key/" + id;
    }

    /** Such as {@code Aliyun_AES_256} or {@code RSA_2048}. */
    public String spec() {
        return otherSpec == null ? DEFAULT_SPEC : otherSpec;
    }

    /** Whether ECS can encrypt disks with a key of this spec. */
    public boolean isSymmetric() {
        return SYMMETRIC.contains(spec());
    }

    public boolean isEnabled() {
        return state.equals("Enabled");
    }

    /** Whether it is the service key of ECS, which the customer can neither tag nor share. */
    public boolean isServiceKey() {
        return aliases.contains(ECS_SERVICE_ALIAS);
    }

    public KmsKey withState(String newState) {
        return with(newState, aliases, tags, deletionDate);
    }

    public KmsKey withTags(List<Tag> newTags) {
        return with(state, aliases, List.copyOf(newTags), deletionDate);
    }

    /** The key with another alias. */
    public KmsKey withAlias(String alias) {
        List<String> more = new ArrayList<>(aliases);
        more.add(alias);
        return with(state, List.copyOf(more), tags, deletionDate);
    }

    /** The key with a scheduled deletion. */
    public KmsKey deletedAt(Instant moment) {
        return with("PendingDeletion", aliases, tags, moment);
    }

    /** The key with a canceled deletion. */
    public KmsKey kept() {
        return with("Enabled", aliases, tags, null);
    }

    private KmsKey with(
            String newState, List<String> newAliases, List<Tag> newTags, @Nullable Instant newDeletionDate) {
        return new KmsKey(
                region,
                id,
                accountId,
                newState,
                creator,
                description,
                newAliases,
                newTags,
                created,
                newDeletionDate,
                materialExpires,
                deletionProtected,
                otherSpec);
    }
}
