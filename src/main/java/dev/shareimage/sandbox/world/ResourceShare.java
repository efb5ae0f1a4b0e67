package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of resources that is shared with a set of accounts, folders or directories, in one region.
 *
 * @param id begins with {@code rs-}
 * @param resourceGroupId begins with {@code rg-}; null for the default one
 * @param deleted the time of its deletion, or null
 */
public record ResourceShare(
        String region,
        String id,
        String ownerId,
        String name,
        boolean allowExternalTargets,
        @Nullable String resourceGroupId,
        List<Tag> tags,
        Instant created,
        Instant updated,
        @Nullable Instant deleted,
        List<Association> associations)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }

    public boolean isDeleted() {
        return deleted != null;
    }

    public ResourceShare withAssociations(List<Association> newAssociations, Instant now) {
        return with(name, allowExternalTargets, now, deleted, newAssociations);
    }

    public ResourceShare renamed(String newName, boolean newAllowExternalTargets, Instant now) {
        return with(newName, newAllowExternalTargets, now, deleted, associations);
    }

    /** The deleted share, without any resources and targets. */
    public ResourceShare deletedAt(Instant now) {
        List<Association> ended = associations.stream()
                .map(association -> association.leaving(now, now, null))
                .toList();
        return with(name, allowExternalTargets, now, now, ended);
    }

    private ResourceShare with(
            String newName,
            boolean newAllowExternalTargets,
            Instant newUpdated,
            @Nullable Instant newDeleted,
            List<Association> newAssociations) {
        return new ResourceShare(
                region,
                id,
                ownerId,
                newName,
                newAllowExternalTargets,
                resourceGroupId,
                tags,
                created,
                newUpdated,
                newDeleted,
                List.copyOf(newAssociations));
    }
}
