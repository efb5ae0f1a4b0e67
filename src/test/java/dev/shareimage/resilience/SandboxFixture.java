package dev.shareimage.resilience;

import dev.shareimage.cli.Application;
import dev.shareimage.cli.DefaultConnectors;
import dev.shareimage.cli.ProcessContext;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.fault.FaultPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A local cloud, and the complete program on it, in this process. */
final class SandboxFixture implements AutoCloseable {

    static final String IMAGE = "m-hk0cmk0000000000001";
    static final String FOLDER = "rd-sbx001/r-root01/fd-products01/fd-japan00001";

    /** The arguments that share the image with two accounts. */
    static final List<String> SHARE_WITH_TWO =
            List.of("share", "--image-id", IMAGE, "--accounts", accounts(2), "--yes", "-o", "json");

    static final String ADMINISTRATOR = "acs:ram::1000000000000001:role/administrator";

    private static final String OWN_ACCOUNT = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]}}]}";

    private final Sandbox sandbox;
    private final RunningSandbox running;
    private final Path home;

    /** @param home the home directory of the user */
    SandboxFixture(Path home) {
        this(home, Sandbox.inMemory());
    }

    /** Starts its own local cloud. */
    SandboxFixture(Path home, Sandbox sandbox) {
        this.home = home;
        this.sandbox = sandbox;
        this.running = sandbox.start(0);
    }

    /** The working directory and home of the user. */
    Path home() {
        return home;
    }

    /** Runs the program as the owner of the images. */
    ProgramRun run(String... arguments) {
        return run(Map.of(), List.of(arguments));
    }

    /** Runs the program with more environment variables. */
    ProgramRun run(Map<String, String> variables, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new LinkedHashMap<>(environment());
        environment.putAll(variables);
        environment.values().removeIf(String::isEmpty);
        ProcessContext context = new ProcessContext(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                home,
                home,
                Terminal.NONE,
                "test");
        int exitCode = new Application(context, new DefaultConnectors()).run(arguments);
        return new ProgramRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The environment of another process that uses this cloud as the owner. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(sandbox.environment(running.uri()));
        environment.put("SHARE_IMAGE_SETTLE", "200ms");
        return environment;
    }

    /** Sets the faults from now on, with apostrophes for quotation marks. */
    SandboxFixture follow(String plan) {
        running.follow(FaultPlan.parse(plan.replace('\'', '"')));
        return this;
    }

    /** Ends all faults. */
    SandboxFixture calm() {
        running.follow(FaultPlan.NONE);
        return this;
    }

    State state() {
        return State.of(sandbox);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    URI uri() {
        return running.uri();
    }

    RpcClient owner() {
        return RpcClient.owner(running.uri());
    }

    /** A user of the owner's account, by a client that shares no code with the program. */
    RpcClient operator() {
        return new RpcClient(running.uri(), "LTAI5tSandboxOperator001", "NotASecretSandboxOperator00001");
    }

    /** Unshares all images of the owner, so that no test needs trust for images that it does not use. */
    void takeAllImagesAway() {
        sandbox.store().<Boolean, RuntimeException>transact(world -> {
            world.images().stream()
                    .filter(image -> image.isOwnedBy(Sandbox.OWNER))
                    .toList()
                    .forEach(image -> world.images().put(image.withShares(List.of())));
            return true;
        });
    }

    /** Inserts a statement of another program at the start of the trust policy. */
    void putForeignStatement() {
        sandbox.store().<Boolean, RuntimeException>transact(RandomScenario::addForeignStatement);
    }

    /** Ends the associations that hang, as the cloud eventually does. */
    void repair() {
        sandbox.store().<Boolean, RuntimeException>transact(RandomScenario::repair);
    }

    /** Makes a role with all permissions that the operator may assume. */
    void makeAdministrator() {
        owner().ram("CreateRole", "RoleName", "administrator", "AssumeRolePolicyDocument", OWN_ACCOUNT);
        for (String[] holder : new String[][] {{"Role", "administrator"}, {"User", "operator"}}) {
            owner().ram(
                            "AttachPolicyTo" + holder[0],
                            holder[0] + "Name",
                            holder[1],
                            "PolicyName",
                            "AdministratorAccess",
                            "PolicyType",
                            "System");
        }
    }

    /** The environment with the credentials of a new session of that role. */
    Map<String, String> session() {
        RpcAnswer answer = operator().sts("AssumeRole", "RoleArn", ADMINISTRATOR, "RoleSessionName", "test");
        return Map.of(
                "ALIBABA_CLOUD_ACCESS_KEY_ID", answer.text("/Credentials/AccessKeyId"),
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", answer.text("/Credentials/AccessKeySecret"),
                "ALIBABA_CLOUD_SECURITY_TOKEN", answer.text("/Credentials/SecurityToken"));
    }

    /** The calls so far that change something, in the order of their answers. */
    List<String> writes() {
        return running.requests().stream()
                .map(entry -> entry.action())
                .filter(action -> !action.matches("(Get|List|Describe|Check).*"))
                .toList();
    }

    /** The number of answered requests so far. */
    int requests() {
        return running.requests().size();
    }

    /** Recipients of the initial world, starting with 2000000000000002. */
    static String accounts(int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 2; number < 2 + count; number++) {
            ids.add(String.format("20000000000000%02d", number));
        }
        return String.join(",", ids);
    }

    /** The cloud's answer to a dry run of a launch of the image. Nothing is launched. */
    static String launchOutcome(RpcClient client) {
        return client.launch("cn-hongkong", IMAGE, "ZoneId", "cn-hongkong-b").outcome();
    }

    @Override
    public void close() {
        running.close();
    }
}
