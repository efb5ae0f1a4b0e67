package dev.shareimage.cloud;

import java.util.List;
import java.util.Optional;

/** RAM roles of the caller's account; they are global, and what was written may be seen elsewhere with a delay. */
public interface Roles {

    /** The role, or empty when there is none of that name. */
    Optional<Role> find(String name) throws CloudException;

    /**
     * Creates a role.
     *
     * @throws CloudException of kind {@code ALREADY_EXISTS} when another run was faster
     */
    Role create(String name, String description, String trustDocument) throws CloudException;

    /**
     * Replaces the whole trust policy of a role, whoever changed it in between.
     *
     * <p>It is sent once: a stale document that is sent again later would undo what others wrote meanwhile. After a
     * failure of kind {@code UNAVAILABLE} the caller reads, merges and writes anew.
     */
    void replaceTrust(String name, String trustDocument) throws CloudException;

    /** The permission policies attached to a role. */
    List<AttachedPolicy> policies(String name) throws CloudException;

    /** Attaches a policy; that it is attached already counts as success. */
    void attach(String name, AttachedPolicy policy) throws CloudException;
}
