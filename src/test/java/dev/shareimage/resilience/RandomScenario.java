package dev.shareimage.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A world, a command and faults, all from one seed. */
final class RandomScenario {

    private static final String PLAIN_IMAGE = "m-hk0plain00000000001";
    private static final String KEY = "key-hk0cmk0000000000001";
    private static final List<String> ACTIONS = List.of(
            "*",
            "Get*",
            "List*",
            "Describe*",
            "DescribeImageSharePermission",
            "ModifyImageSharePermission",
            "CreateRole",
            "UpdateRole",
            "AttachPolicyToRole",
            "*ResourceShare*",
            "CreateResourceShare",
            "AssociateResourceShare",
            "DisassociateResourceShare",
            "DeleteResourceShare");

    private final long seed;
    private final boolean roleStands;
    private final boolean foreign;
    private final boolean session;
    private final List<String> before;
    private final List<String> command;
    private final String faults;

    RandomScenario(long seed) {
        this.seed = seed;
        Random random = new Random(seed * 7919);
        int accounts = 1 + random.nextInt(25);
        boolean folder = random.nextInt(4) == 0;
        String image = random.nextInt(4) == 0 ? PLAIN_IMAGE : SandboxFixture.IMAGE;
        List<String> targets = folder
                ? List.of("--folder", SandboxFixture.FOLDER)
                : List.of("--accounts", SandboxFixture.accounts(accounts));
        roleStands = random.nextBoolean();
        foreign = roleStands && random.nextBoolean();
        int kind = random.nextInt(8);
        String name = kind < 6 ? "share" : kind == 6 ? "unshare" : "set-trust";
        before = name.equals("unshare") ? command("share", image, targets) : List.of();
        command = command(roleStands || !name.equals("set-trust") ? name : "create-role", image, targets);
        session = random.nextInt(6) == 0;
        faults = plan(random, folder, session);
    }

    List<String> command() {
        return command;
    }

    String faults() {
        return faults;
    }

    /** The credentials: the account's own, or those of a session that may expire during the run. */
    Map<String, String> credentials(SandboxFixture sandbox) {
        return session ? sandbox.session() : Map.of();
    }

    /** Makes the world before the command. */
    void prepare(SandboxFixture sandbox) {
        sandbox.makeAdministrator();
        sandbox.takeAllImagesAway();
        if (roleStands) {
            sandbox.run("create-role", "--accounts", "4000000000000004", "--yes");
        }
        if (foreign) {
            sandbox.putForeignStatement();
        }
        if (!before.isEmpty()) {
            sandbox.run(before.toArray(String[]::new));
        }
    }

    /** Ends the faults, and makes the changes that a person would make before repeating the command. */
    void calm(SandboxFixture sandbox) {
        sandbox.calm();
        sandbox.repair();
    }

    /** The statements of other programs, unchanged. */
    List<String> foreignStatements(SandboxFixture sandbox) {
        return sandbox.sandbox().store().<List<String>, RuntimeException>transact(RandomScenario::foreignStatements);
    }

    private static List<String> command(String name, String image, List<String> targets) {
        List<String> command = new ArrayList<>(List.of(name, "--yes", "-o", "json"));
        if (name.endsWith("share")) {
            command.addAll(List.of("--image-id", image));
        }
        if (name.equals("unshare")) {
            command.add("--prune-trust");
        }
        command.addAll(targets);
        return command;
    }

    private static String plan(Random random, boolean folder, boolean session) {
        List<String> rules = new ArrayList<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            rules.add("{'action':'" + ACTIONS.get(random.nextInt(ACTIONS.size())) + "'," + occurrence(random)
                    + ",'effect':" + effect(random) + "}");
        }
        if (session) {
            rules.add("{'action':'" + ACTIONS.get(random.nextInt(ACTIONS.size())) + "'," + occurrence(random)
                    + ",'effect':{'type':'expire-token'}}");
        }
        List<String> settings = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            settings.add("'ramReadLagMillis':" + random.nextInt(300));
        }
        if (random.nextInt(5) == 0) {
            settings.add("'ramEffectLagMillis':" + random.nextInt(600));
        }
        if (folder && random.nextInt(3) == 0) {
            settings.add("'associationFailure':'" + (random.nextBoolean() ? "hang" : "LimitExceeded") + "'");
        }
        settings.add("'associationDelayMillis':" + random.nextInt(60));
        return "{'seed':" + random.nextInt(1000) + ",'settings':{" + String.join(",", settings) + "},'rules':["
                + String.join(",", rules) + "]}";
    }

    private static String occurrence(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "'from':" + (1 + random.nextInt(5)) + ",'count':1";
            case 1 -> "'every':" + (1 + random.nextInt(4)) + ",'count':" + (1 + random.nextInt(6));
            case 2 -> "'probability':0." + (1 + random.nextInt(6));
            default -> "'from':" + (1 + random.nextInt(8));
        };
    }

    private static String effect(Random random) {
        List<String> effects = List.of(
                "{'type':'latency','millis':0,'upToMillis':60}",
                "{'type':'latency','millis':0,'upToMillis':60,'when':'after'}",
                "{'type':'throttle'}",
                "{'type':'throttle','retryAfterMillis':20}",
                "{'type':'throttle','status':503,'code':'Throttling.Api'}",
                "{'type':'error'}",
                "{'type':'error','status':503,'code':'ServiceUnavailable'}",
                "{'type':'error','status':409,'code':'OperationConflict'}",
                "{'type':'error','status':504,'code':'GatewayTimeout'}",
                "{'type':'reset'}",
                "{'type':'reset','when':'after'}",
                "{'type':'truncate','bytes':" + random.nextInt(60) + "}",
                "{'type':'drip','bytes':50,'pauseMillis':2}",
                "{'type':'html'}",
                "{'type':'html','status':200}",
                "{'type':'drop-accounts','accounts':'2000000000000003'}",
                "{'type':'drop-accounts'}",
                "{'type':'association','outcome':'hang'}",
                "{'type':'association','outcome':'LimitExceeded'}",
                "{'type':'key-state','keyId':'" + KEY + "'}",
                "{'type':'disable-access-key'}",
                "{'type':'rate-limit','perSecond':40,'burst':5}");
        return effects.get(random.nextInt(effects.size()));
    }

    static boolean addForeignStatement(World world) {
        for (RamRole role : ownedRoles(world)) {
            String first = role.trust()
                    .replaceFirst("\"Statement\":\\[", "\"Statement\":[" + ForeignEditor.statement("first") + ",");
            world.roles().put(role.withTrust(first, role.updated()));
        }
        return true;
    }

    static boolean repair(World world) {
        for (AccessKey key : world.accessKeys().stream().toList()) {
            world.accessKeys().put(new AccessKey(key.id(), key.secret(), key.accountId(), key.userName(), false));
        }
        world.resourceShares().stream()
                .toList()
                .forEach(share -> world.resourceShares()
                        .put(share.withAssociations(
                                share.associations().stream()
                                        .map(RandomScenario::ended)
                                        .toList(),
                                share.updated())));
        world.keys().stream()
                .filter(key -> key.id().equals(KEY))
                .toList()
                .forEach(key -> world.keys().put(key.withState("Enabled")));
        return true;
    }

    /** Completes the associations that hang. */
    private static Association ended(Association association) {
        Instant now = Instant.now();
        return association.done().isAfter(now.plusSeconds(60))
                ? new Association(
                        association.kind(),
                        association.entityId(),
                        association.entityType(),
                        association.leaving(),
                        association.created(),
                        now,
                        now,
                        null)
                : association;
    }

    private static List<String> foreignStatements(World world) {
        try {
            List<String> statements = new ArrayList<>();
            for (RamRole role : ownedRoles(world)) {
                JsonNode all = Json.parse(role.trust()).path("Statement");
                IntStream.range(0, all.size())
                        .mapToObj(all::path)
                        .filter(statement -> statement.has("Sid"))
                        .forEach(statement -> statements.add(Json.write(statement)));
            }
            return statements;
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RamRole> ownedRoles(World world) {
        return world.roles().stream()
                .filter(role -> role.accountId().equals(Sandbox.OWNER))
                .toList();
    }

    /** The command as it is repeated. */
    @Override
    public String toString() {
        return "-Dshare-image.seed=" + seed + " " + command + " with " + faults;
    }
}
