package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.ResourceShare;
import dev.shareimage.sandbox.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The actual state in the sandbox.
 *
 * @param direct the accounts with which an image is shared directly
 * @param groups the directories and folders that have an image now, by any resource share
 * @param launches the results of launches, by image and account
 * @param trust the present trust policy of the role; empty without a role
 * @param trusted its principals with their conditions
 * @param foreign its statements from other programs
 * @param policies the policies of the role
 */
record ActualState(
        SortedMap<String, SortedSet<String>> direct,
        SortedMap<String, SortedSet<String>> groups,
        SortedMap<String, Launch> launches,
        Optional<JsonNode> trust,
        SortedSet<String> trusted,
        List<String> foreign,
        SortedSet<String> policies) {

    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";

    /** The result of a launch. */
    enum Launch {
        WORKS,
        /** The account does not see the image. */
        NO_IMAGE,
        /** The account sees the image but may not use its key. */
        NO_KEY
    }

    /** Reads the state, also as the recipients. There must be no faults meanwhile. */
    static ActualState of(Sandbox sandbox, Map<String, RpcClient> recipients, Instant now) {
        SortedMap<String, Launch> launches = new TreeMap<>();
        for (String image : RandomCommand.IMAGES) {
            recipients.forEach((account, client) -> launches.put(image + " " + account, launch(client, image)));
        }
        State state = State.of(sandbox);
        return sandbox.store().<ActualState, RuntimeException>transact(world -> {
            Optional<JsonNode> trust = world.roles().find(Sandbox.OWNER, ROLE).map(role -> parsed(role.trust()));
            return new ActualState(
                    direct(state),
                    groups(world, now),
                    launches,
                    trust,
                    state.trusted(),
                    trust.map(ActualState::foreign).orElse(List.of()),
                    state.policies());
        });
    }

    /** The recipients' own clients. */
    static Map<String, RpcClient> recipients(URI uri) {
        RpcClient owner = RpcClient.owner(uri);
        Map<String, RpcClient> clients = new TreeMap<>();
        for (String account : Recipient.PROBED) {
            String number = account.substring(account.length() - 7);
            clients.put(account, owner.as("LTAI5tSandboxRecv" + number, "NotASecretSandboxRecv00" + number));
        }
        return clients;
    }

    boolean has(String image, Recipient target) {
        return (target.isAccount() ? direct : groups).get(image).contains(target.id());
    }

    Launch launch(String image, String account) {
        return launches.getOrDefault(image + " " + account, Launch.WORKS);
    }

    private static SortedMap<String, SortedSet<String>> direct(State state) {
        SortedMap<String, SortedSet<String>> direct = new TreeMap<>();
        RandomCommand.IMAGES.forEach(image -> direct.put(image, state.shares(image)));
        return direct;
    }

    private static SortedMap<String, SortedSet<String>> groups(World world, Instant now) {
        SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
        for (String image : RandomCommand.IMAGES) {
            SortedSet<String> targets = new TreeSet<>();
            world.resourceShares().stream()
                    .filter(share -> !share.isDeleted())
                    .filter(share ->
                            entities(share, Association.Kind.RESOURCE, now).contains(image))
                    .forEach(share -> targets.addAll(entities(share, Association.Kind.TARGET, now)));
            groups.put(image, targets);
        }
        return groups;
    }

    private static Set<String> entities(ResourceShare share, Association.Kind kind, Instant now) {
        Set<String> entities = new TreeSet<>();
        share.associations().stream()
                .filter(association -> association.kind() == kind && association.isEffectiveAt(now))
                .forEach(association -> entities.add(association.entityId()));
        return entities;
    }

    static Launch launch(RpcClient recipient, String image) {
        String outcome = recipient
                .launch(Sandbox.DEFAULT_REGION, image, "ZoneId", "cn-hongkong-b")
                .outcome();
        return switch (outcome) {
            case "400 DryRunOperation" -> Launch.WORKS;
            case "404 InvalidImageId.NotFound" -> Launch.NO_IMAGE;
            case "403 InvalidParameter.KMSKeyId.KMSUnauthorized" -> Launch.NO_KEY;
            default -> throw new IllegalStateException(outcome);
        };
    }

    private static List<String> foreign(JsonNode trust) {
        return trust.path("Statement")
                .valueStream()
                .filter(statement -> statement.has("Sid"))
                .map(Json::write)
                .toList();
    }

    private static JsonNode parsed(String document) {
        try {
            return Json.parse(document);
        } catch (JsonException e) {
            throw new IllegalStateException(document, e);
        }
    }
}
