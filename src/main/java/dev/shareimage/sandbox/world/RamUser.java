package dev.shareimage.sandbox.world;

import java.util.List;

/**
 * A RAM user of an account.
 *
 * @param id digits
 */
public record RamUser(String accountId, String name, String id, List<PolicyAttachment> policies) implements Entity {

    @Override
    public String key() {
        return accountId + "/" + name;
    }
}
