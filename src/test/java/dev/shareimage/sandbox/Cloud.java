package dev.shareimage.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Caller;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.SeedWorld;
import dev.shareimage.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One product on the initial world, called without HTTP by callers with all permissions. */
public final class Cloud {

    public static final String OWNER = "1000000000000001";
    public static final String MANAGER = "1000000000000009";
    public static final String RECIPIENT = "2000000000000002";
    public static final String SIBLING = "2000000000000012";
    public static final String STRANGER = "3000000000000001";
    public static final String IMAGE = "m-hk0cmk0000000000001";

    public final World world = SeedWorld.create();
    public final List<String> required = new ArrayList<>();
    public Instant now = Instant.parse("2026-11-23T12:00:00Z");
    public String region = "cn-hongkong";
    public Map<String, String> hints = Map.of();

    private final Map<String, Action> actions = new LinkedHashMap<>();

    public Cloud(Api... apis) {
        for (Api api : apis) {
            api.actions().forEach(action -> actions.put(action.name(), action));
        }
    }

    /** Makes a call. Parameters are names and values in turn. */
    public ObjectNode call(String accountId, String name, String... parameters) throws ApiError {
        Action action = actions.get(name);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            assertThat(action.parameters()).contains(parameters[i].replaceAll("\\.\\d+(?=\\.|$)", ".N"));
            values.put(parameters[i], parameters[i + 1]);
        }
        if (action.parameters().contains("RegionId")) {
            values.putIfAbsent("RegionId", region);
        }
        Call call = new Call(world, caller(accountId), region, new Parameters(values), now, hints);
        return action.handler().handle(call);
    }

    /** The result of a call: {@code done}, or HTTP status and code. */
    public String outcome(String accountId, String name, String... parameters) {
        try {
            call(accountId, name, parameters);
            return "done";
        } catch (ApiError error) {
            return error.status() + " " + error.code();
        }
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Makes the owner's role as in the guide, with this trust policy. */
    public void giveRole(String trust) {
        List<PolicyAttachment> policies = List.of(new PolicyAttachment("System", "AliyunKMSFullAccess", Instant.EPOCH));
        world.roles()
                .put(new RamRole(
                        OWNER,
                        "AliyunECSShareEncryptImageDefaultRole",
                        "300000000000000001",
                        null,
                        trust,
                        3600,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        policies,
                        List.of(),
                        List.of()));
    }

    /** A trust policy for ECS of these accounts. */
    public static String trust(String... accounts) {
        String principals = String.join(
                "\",\"",
                List.of(accounts).stream()
                        .map(account -> account + "@ecs.aliyuncs.com")
                        .toList());
        return "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
                + "{\"Service\":[\"" + principals + "\"]}}]}";
    }

    private Caller caller(String accountId) {
        return new Caller() {
            @Override
            public String accountId() {
                return accountId;
            }

            @Override
            public String arn() {
                return "acs:ram::" + accountId + ":root";
            }

            @Override
            public String principalType() {
                return "Account";
            }

            @Override
            public String principalId() {
                return accountId;
            }

            @Override
            public void require(String action, String resource) {
                required.add(action + " on " + resource);
            }
        };
    }
}
