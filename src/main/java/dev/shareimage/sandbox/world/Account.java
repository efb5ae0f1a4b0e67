package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * An Alibaba Cloud account.
 *
 * @param id 16 digits
 * @param name what its owner calls it; any script
 * @param alias the default domain's prefix, or null when it has none
 * @param site which of the vendor's sites it was opened on: {@code china}, {@code international} or {@code japan}
 * @param kmsActivated whether it switched the key service on
 */
public record Account(String id, String name, @Nullable String alias, String site, boolean kmsActivated)
        implements Entity {

    @Override
    public String key() {
        return id;
    }

    /** The account with the key service switched on. */
    public Account withKms() {
        return new Account(id, name, alias, site, true);
    }
}
