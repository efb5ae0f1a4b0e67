package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.ResourceShare;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that the program may change, as it is in the sandbox's world, to compare two worlds.
 *
 * @param trusted the principals of the role, each with its condition if there is one
 * @param policies the attached policies of the role
 * @param shares the accounts with which each image of the owner is shared directly
 * @param resourceShares the active targets, by the name of the resource share and a number
 */
record State(
        SortedSet<String> trusted,
        SortedSet<String> policies,
        SortedMap<String, SortedSet<String>> shares,
        SortedMap<String, SortedSet<String>> resourceShares) {

    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    static State of(Sandbox sandbox) {
        return sandbox.store().<State, RuntimeException>transact(State::of);
    }

    private static State of(World world) {
        SortedSet<String> trusted = new TreeSet<>();
        SortedSet<String> policies = new TreeSet<>();
        world.roles().find(Sandbox.OWNER, ROLE).ifPresent(role -> {
            trusted.addAll(principals(role.trust()));
            role.policies().forEach(attachment -> policies.add(attachment.name()));
        });
        SortedMap<String, SortedSet<String>> shares = new TreeMap<>();
        for (Image image : world.images().stream()
                .filter(image -> image.isOwnedBy(Sandbox.OWNER))
                .toList()) {
            shares.put(
                    image.id(),
                    new TreeSet<>(
                            image.shares().stream().map(ImageShare::accountId).toList()));
        }
        return new State(trusted, policies, shares, resourceShares(world));
    }

    private static SortedMap<String, SortedSet<String>> resourceShares(World world) {
        SortedMap<String, SortedSet<String>> shares = new TreeMap<>();
        Instant later = Instant.now().plusSeconds(3600);
        for (ResourceShare share : world.resourceShares().stream()
                .filter(candidate -> !candidate.isDeleted())
                .toList()) {
            SortedSet<String> targets = new TreeSet<>(share.associations().stream()
                    .filter(association -> association.kind() == Association.Kind.TARGET)
                    .filter(association -> association.isEffectiveAt(later))
                    .map(Association::entityId)
                    .toList());
            int number = 1;
            while (shares.containsKey(share.name() + " " + number)) {
                number++;
            }
            shares.put(share.name() + " " + number, targets);
        }
        return shares;
    }

    private static List<String> principals(String document) {
        try {
            List<String> principals = new ArrayList<>();
            for (JsonNode statement : Json.parse(document).path("Statement")) {
                JsonNode condition = statement.path("Condition");
                for (JsonNode kind : statement.path("Principal")) {
                    for (JsonNode principal : kind.isArray() ? kind : List.of(kind)) {
                        principals.add(principal.asText() + (condition.isMissingNode() ? "" : " " + condition));
                    }
                }
            }
            return principals;
        } catch (JsonException e) {
            throw new IllegalStateException(document, e);
        }
    }

    /** The accounts with which the image is shared directly. */
    SortedSet<String> shares(String image) {
        return shares.getOrDefault(image, new TreeSet<>());
    }
}
