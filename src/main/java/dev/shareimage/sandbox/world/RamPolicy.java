package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A RAM policy.
 *
 * @param accountId the owner; {@link #SYSTEM_OWNER} for system policies
 * @param type {@code System} or {@code Custom}
 */
public record RamPolicy(
        String accountId,
        String type,
        String name,
        @Nullable String description,
        String document,
        Instant created,
        Instant updated)
        implements Entity {

    /** The account id of system policies. */
    public static final String SYSTEM_OWNER = "system";

    @Override
    public String key() {
        return accountId + "/" + name;
    }
}
