package dev.shareimage.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.world.Account;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.Member;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.ResourceShare;
import dev.shareimage.sandbox.world.Snapshot;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.Optional;

/** The world for the start page: images and their shares, roles and their trust, keys, accounts. */
final class WorldView {

    private final World world;
    private final Instant now;

    private WorldView(World world, Instant now) {
        this.world = world;
        this.now = now;
    }

    static ObjectNode of(World world, Instant now) {
        WorldView view = new WorldView(world, now);
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        world.images().stream()
                .filter(image -> image.vendor() == null)
                .forEach(image -> tree.withArray("images").add(view.image(image)));
        world.resourceShares().stream()
                .filter(share -> !share.isDeleted())
                .forEach(share -> tree.withArray("shares").add(view.share(share)));
        world.roles().stream().forEach(role -> tree.withArray("roles").add(role(role)));
        world.keys().stream().forEach(key -> tree.withArray("keys").add(key(key)));
        world.accounts().stream().forEach(account -> tree.withArray("accounts").add(view.account(account)));
        return tree;
    }

    private ObjectNode image(Image image) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("region", image.region())
                .put("id", image.id())
                .put("name", image.name())
                .put("owner", image.ownerId())
                .put("status", image.asOf(now).status());
        ArrayNode keys = node.putArray("keys");
        image.disks().stream()
                .flatMap(disk -> world.snapshots().find(image.region(), disk.snapshotId()).stream())
                .flatMap(snapshot -> Optional.ofNullable(snapshot.keyId()).stream())
                .distinct()
                .forEach(keys::add);
        node.put(
                "encrypted",
                image.disks().stream()
                        .flatMap(disk -> world.snapshots().find(image.region(), disk.snapshotId()).stream())
                        .anyMatch(Snapshot::isEncrypted));
        ArrayNode accounts = node.putArray("accounts");
        image.shares().forEach(share -> accounts.add(share.accountId()));
        return node;
    }

    private ObjectNode share(ResourceShare share) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("region", share.region())
                .put("id", share.id())
                .put("name", share.name())
                .put("owner", share.ownerId());
        ArrayNode associations = node.putArray("associations");
        for (Association association : share.associations()) {
            associations
                    .addObject()
                    .put("kind", association.kind().name())
                    .put("entity", association.entityId())
                    .put("status", association.statusAt(now).name());
        }
        return node;
    }

    private static ObjectNode role(RamRole role) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("account", role.accountId())
                .put("name", role.name())
                .put("trust", role.trust());
        ArrayNode policies = node.putArray("policies");
        role.policies().forEach(policy -> policies.add(policy.name()));
        return node;
    }

    private static ObjectNode key(KmsKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("region", key.region())
                .put("id", key.id())
                .put("account", key.accountId())
                .put("alias", String.join(", ", key.aliases()))
                .put("state", key.state());
    }

    private ObjectNode account(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.id())
                .put("name", account.name())
                .put(
                        "folder",
                        world.members().find(account.id()).map(Member::folderId).orElse(""))
                .put("kms", account.kmsActivated());
    }
}
