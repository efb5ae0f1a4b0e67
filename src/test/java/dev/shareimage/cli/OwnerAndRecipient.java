package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An owner and a recipient, each at their own machine, on one local cloud. Both run the program and paste the commands
 * that it prints.
 */
final class OwnerAndRecipient implements AutoCloseable {

    static final String IMAGE = "m-hk0cmk0000000000001";
    static final String REGION = "cn-hongkong";

    /** A recipient that can launch as soon as the owner's side is in order. */
    static final String READY = "2000000000000002";

    /** A recipient without the role with which ECS encrypts disks. */
    static final String WITHOUT_ROLE_FOR_DISKS = "2000000000000003";

    /** A recipient without a role that the owner may assume. */
    static final String CLOSED = "2000000000000012";

    private static final Map<String, String> VERSIONS =
            Map.of("ecs", "2014-05-26", "ram", "2015-05-01", "kms", "2016-01-20", "resourcesharing", "2020-01-10");

    private static final Pattern COMMAND = Pattern.compile("(share-image|aliyun) ([^;；，。]|'[^']*')+");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final Sandbox sandbox = Sandbox.inMemory();
    private final RunningSandbox running = sandbox.start(0);
    private final Path home;
    private final String recipient;
    private String user = "";
    private String ownersUser = "";
    private String session = "";

    /** @param recipient one of the accounts 2000000000000002 to 2000000000000031 */
    OwnerAndRecipient(Path home, String recipient) {
        this.home = home;
        this.recipient = recipient;
        writeProfiles();
    }

    /** The recipient works as a user of their account from now on. */
    OwnerAndRecipient asUser(String name) {
        user = name;
        writeProfiles();
        return this;
    }

    /** The recipient works in a session of a role from now on. */
    OwnerAndRecipient inSession(RpcAnswer assumed) {
        session = "{\"name\":\"recipient\",\"mode\":\"StsToken\",\"access_key_id\":\""
                + assumed.text("/Credentials/AccessKeyId") + "\",\"access_key_secret\":\""
                + assumed.text("/Credentials/AccessKeySecret") + "\",\"sts_token\":\""
                + assumed.text("/Credentials/SecurityToken") + "\",\"region_id\":\"" + REGION + "\"}";
        writeProfiles();
        return this;
    }

    /** The owner works as a user of their account from now on. */
    OwnerAndRecipient asOwnersUser(String name) {
        ownersUser = name;
        writeProfiles();
        return this;
    }

    /** The client of an account or of one of its users. */
    RpcClient client(String account, String userName) {
        Map<String, String> key = key(account, userName);
        return RpcClient.owner(running.uri()).as(key.get("id"), key.get("secret"));
    }

    static void ok(String outcome) {
        assertThat(outcome).isEqualTo("200");
    }

    String recipient() {
        return recipient;
    }

    void change(Consumer<World> work) {
        sandbox.store().<Boolean, RuntimeException>transact(world -> {
            work.accept(world);
            return true;
        });
    }

    /** Shares images as the owner's account itself, which must succeed. */
    OwnerAndRecipient share(String images, String... accounts) {
        CommandLineRun.Outcome outcome = asOwnersUser("")
                .owner("share", "--image-id", images, "--accounts", String.join(",", accounts), "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return this;
    }

    CommandLineRun.Outcome owner(String... arguments) {
        return run("owner", arguments);
    }

    CommandLineRun.Outcome recipient(String... arguments) {
        return run("recipient", arguments);
    }

    /** The client of the owner's root account. */
    RpcClient ownerClient() {
        return RpcClient.owner(running.uri());
    }

    /** The client of the recipient's root account. */
    RpcClient recipientClient() {
        Map<String, String> key = key(recipient, "");
        return RpcClient.owner(running.uri()).as(key.get("id"), key.get("secret"));
    }

    /** The client of the identity that the recipient works as. */
    private RpcClient userClient() {
        Map<String, String> key = key(recipient, user);
        return RpcClient.owner(running.uri()).as(key.get("id"), key.get("secret"));
    }

    /** The result of a launch, by a client that shares no code with the program. */
    String launch(String key, String zone) {
        return userClient()
                .launch(REGION, IMAGE, "ZoneId", zone, "SystemDisk.KMSKeyId", key)
                .outcome();
    }

    static JsonNode json(CommandLineRun.Outcome outcome) {
        try {
            return Json.parse(outcome.out());
        } catch (JsonException e) {
            throw new AssertionError(outcome.out() + outcome.err(), e);
        }
    }

    /** The failed checks, each as {@code check (who)}. */
    static List<String> failed(CommandLineRun.Outcome outcome) {
        List<String> failed = new ArrayList<>();
        json(outcome).path("checks").forEach(check -> {
            if (check.path("status").asText().equals("fail")) {
                failed.add(check.path("id").asText() + " ("
                        + check.path("repairedBy").asText() + ")");
            }
        });
        return failed;
    }

    /**
     * Pastes the fixes of the failed checks, each on the side that it names. An owner who is told to run a check does
     * so and pastes the fixes that it prints.
     */
    void repair(CommandLineRun.Outcome outcome) {
        Set<String> pasted = new HashSet<>();
        for (JsonNode check : json(outcome).path("checks")) {
            if (check.path("status").asText().equals("fail")
                    && pasted.add(check.path("fix").asText())) {
                String side = check.path("repairedBy").asText("owner");
                paste(side.equals("owner"), check.path("fix").asText());
            }
        }
    }

    private void paste(boolean byOwner, String fix) {
        String lastId = "KEY";
        for (Matcher command = COMMAND.matcher(fix); command.find(); ) {
            List<String> words = words(command.group());
            if (words.get(0).equals("aliyun")) {
                RpcAnswer answer = vendors(byOwner, words, lastId);
                lastId = answer.outcome().equals("200") && answer.json().has("KeyMetadata")
                        ? answer.text("/KeyMetadata/KeyId")
                        : lastId;
            } else if (words.get(1).equals("doctor")) {
                CommandLineRun.Outcome shown = run(byOwner ? "owner" : "recipient", ours(words, "-o", "json"));
                json(shown).path("checks").forEach(check -> {
                    if (check.path("status").asText().equals("fail")) {
                        paste(byOwner, check.path("fix").asText());
                    }
                });
            } else if (!words.get(1).equals("policy")) {
                CommandLineRun.Outcome done = run(byOwner ? "owner" : "recipient", ours(words, "--yes"));
                assertThat(done.exitCode()).as(words + done.err()).isZero();
            }
        }
    }

    /** Pastes commands of the vendor's command line as the recipient. {@code KEY} is replaced by the created key. */
    String pasteAsRecipient(List<String> commands) {
        String key = "KEY";
        String outcome = "";
        for (String command : commands) {
            RpcAnswer answer = vendors(false, words(command), key);
            key = answer.json().has("KeyMetadata") ? answer.text("/KeyMetadata/KeyId") : key;
            outcome = answer.outcome();
        }
        return outcome;
    }

    /** The cloud's answer to one pasted command of the vendor's command line. */
    String pasteOneAsRecipient(String command) {
        return send(false, words(command), "KEY").outcome();
    }

    private static String[] ours(List<String> words, String... more) {
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        int prose = arguments.indexOf("names");
        List<String> command = new ArrayList<>(prose < 0 ? arguments : arguments.subList(0, prose));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    private RpcAnswer vendors(boolean byOwner, List<String> words, String key) {
        RpcAnswer answer = send(byOwner, words, key);
        assertThat(answer.outcome()).as(words.toString()).isEqualTo("200");
        return answer;
    }

    /**
     * Uses POST, because Java's client repeats a GET when a connection breaks, and the sandbox refuses a repeated
     * write.
     */
    private RpcAnswer send(boolean byOwner, List<String> words, String key) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 3; i + 1 < words.size(); i++) {
            String name = words.get(i);
            if (name.equals("--insecure") || !name.startsWith("--")) {
                continue;
            }
            String value = words.get(++i);
            if (!name.equals("--endpoint") && !name.equals("--profile")) {
                parameters.put(
                        name.equals("--region") ? "RegionId" : name.substring(2), value.equals("KEY") ? key : value);
            }
        }
        List<String> list = new ArrayList<>();
        parameters.forEach((name, value) -> list.addAll(List.of(name, value)));
        RpcClient client = byOwner ? ownerClient() : recipientClient();
        return client.post(VERSIONS.get(words.get(1)), words.get(2), list.toArray(String[]::new));
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private CommandLineRun.Outcome run(String profile, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--profile")) {
            all.addAll(List.of("--profile", profile));
        }
        ProcessContext context = new ProcessContext(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of(
                        "SHARE_IMAGE_SETTLE",
                        "0s",
                        "SHARE_IMAGE_ENDPOINT",
                        running.uri().toString()),
                home,
                home,
                Terminal.NONE,
                "1.2.3");
        int exitCode = new Application(context, new DefaultConnectors()).run(all);
        return new CommandLineRun.Outcome(
                exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void writeProfiles() {
        try {
            Files.createDirectories(home.resolve(".aliyun"));
            Files.writeString(
                    home.resolve(".aliyun/config.json"),
                    "{\"current\":\"owner\",\"profiles\":[" + profile("owner", Sandbox.OWNER, ownersUser) + ","
                            + (session.isEmpty() ? profile("recipient", recipient, user) : session) + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String profile(String name, String account, String userName) {
        Map<String, String> key = key(account, userName);
        return "{\"name\":\"" + name + "\",\"mode\":\"AK\",\"access_key_id\":\"" + key.get("id")
                + "\",\"access_key_secret\":\"" + key.get("secret") + "\",\"region_id\":\"" + REGION + "\"}";
    }

    private Map<String, String> key(String account, String userName) {
        String identity = userName.isEmpty() ? account : account + "/" + userName;
        Map<String, String> environment =
                sandbox.environment(running.uri(), identity).orElseThrow();
        return Map.of(
                "id", environment.get("ALIBABA_CLOUD_ACCESS_KEY_ID"),
                "secret", environment.get("ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
    }

    @Override
    public void close() {
        running.close();
    }
}
