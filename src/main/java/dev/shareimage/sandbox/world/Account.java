package dev.shareimage.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * An Alibaba Cloud account.
 *
 * @param id 16 digits
 * @param name the display name, in any script
 * @param alias the prefix of the default domain, or null
 * @param site the vendor's site on which it was opened: {@code china}, {@code international} or {@code japan}
 * @param kmsActivated whether it activated the key service
 */
public record Account(String id, String name, @Nullable String alias, String site, boolean kmsActivated)
        implements Entity {

    @Override
    public String key() {
        return id;
    }

    /** The account with the key service activated. */
    public Account withKms() {
        return new Account(id, name, alias, site, true);
    }
}
