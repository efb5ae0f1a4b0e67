package dev.shareimage.cloud;

import java.util.List;
import java.util.Optional;

/** The RAM roles of the caller's account. They are global, and a write may be visible elsewhere only after a delay. */
public interface Roles {

    /** The role; empty if there is none with that name. */
    Optional<Role> find(String name) throws CloudException;

    /**
     * Creates a role.
     *
     * @throws CloudException of kind {@code ALREADY_EXISTS} if another run was faster
     */
    void create(String name, String description, String trustDocument) throws CloudException;

    /**
     * Replaces the whole trust policy of a role, even if others changed it in the meantime.
     *
     * <p>The call is never repeated: an outdated document would undo the changes of others. After a failure of kind
     * {@code UNAVAILABLE} the caller reads, merges and writes again.
     */
    void replaceTrust(String name, String trustDocument) throws CloudException;

    /** The permission policies attached to a role. */
    List<AttachedPolicy> policies(String name) throws CloudException;

    /** Attaches a policy; that it is attached already counts as success. */
    void attach(String name, AttachedPolicy policy) throws CloudException;
}
