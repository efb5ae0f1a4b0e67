package dev.shareimage.sandbox.world;

import java.util.List;

/**
 * A region of the cloud.
 *
 * @param endpoint the host of its ECS endpoint
 * @param sharesEncrypted whether encrypted images can be shared there
 */
public record Region(String id, String name, String endpoint, boolean sharesEncrypted, List<Zone> zones)
        implements Entity {

    @Override
    public String key() {
        return id;
    }
}
