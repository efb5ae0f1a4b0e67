package dev.shareimage.sandbox.world;

import java.time.Instant;
import java.util.List;

/**
 * A set of resources that is shared with a set of accounts, folders or directories, in one region.
 *
 * @param id begins with {@code rs-}
 */
public record ResourceShare(
        String region,
        String id,
        String ownerId,
        String name,
        boolean allowExternalTargets,
        Instant created,
        Instant updated,
        List<Association> associations)
        implements Entity {

    @Override
    public String key() {
        return region + "/" + id;
    }

    public ResourceShare withAssociations(List<Association> newAssociations, Instant now) {
        return new ResourceShare(
                region, id, ownerId, name, allowExternalTargets, created, now, List.copyOf(newAssociations));
    }

    public ResourceShare renamed(String newName, boolean newAllowExternalTargets, Instant now) {
        return new ResourceShare(region, id, ownerId, newName, newAllowExternalTargets, created, now, associations);
    }
}
