package dev.shareimage.resilience;

import com.sun.net.httpserver.HttpServer;
import dev.shareimage.sandbox.RpcAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Credentials in each form that the program accepts, and the parts that must never appear in output. */
final class CredentialFixtures implements AutoCloseable {

    static final String KEY = "LTAI5tSandboxOperator001";
    static final String SECRET = "NotASecretSandboxOperator00001";

    private static final String TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":[\"acs:ram::1000000000000001:root\"]}}]}";
    private static final String ROLE = "acs:ram::1000000000000001:role/administrator";

    private final SandboxFixture sandbox;
    private final Path home;
    private final HttpServer server;
    private final Set<String> secrets = new TreeSet<>(Set.of(SECRET));

    /** A source of credentials. */
    enum Place {
        ENVIRONMENT,
        SESSION_IN_THE_ENVIRONMENT,
        PROFILE,
        SESSION_IN_A_PROFILE,
        ASSUMED_ROLE,
        PROGRAM,
        ADDRESS,
        SHARED_FILE
    }

    CredentialFixtures(SandboxFixture sandbox, Path home) {
        this.sandbox = sandbox;
        this.home = home;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = sessionJson().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(body);
            }
        });
        server.start();
        sandbox.owner().ram("CreateRole", "RoleName", "administrator", "AssumeRolePolicyDocument", TRUST);
        permit("Role", "administrator");
        permit("User", "operator");
    }

    private void permit(String kind, String name) {
        sandbox.owner()
                .ram(
                        "AttachPolicyTo" + kind,
                        kind + "Name",
                        name,
                        "PolicyName",
                        "AdministratorAccess",
                        "PolicyType",
                        "System");
    }

    /** Writes the credentials into files, and returns the variables for the rest. */
    Map<String, String> layOut(Place place) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "");
        switch (place) {
            case ENVIRONMENT -> {
                environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY);
                environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET);
            }
            case SESSION_IN_THE_ENVIRONMENT -> {
                RpcAnswer session = session();
                environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", session.text("/Credentials/AccessKeyId"));
                environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", session.text("/Credentials/AccessKeySecret"));
                environment.put("ALIBABA_CLOUD_SECURITY_TOKEN", session.text("/Credentials/SecurityToken"));
            }
            case PROFILE ->
                profile("\"mode\":\"AK\",\"access_key_id\":\"" + KEY + "\",\"access_key_secret\":\"" + SECRET + '"');
            case SESSION_IN_A_PROFILE -> {
                RpcAnswer session = session();
                profile("\"mode\":\"StsToken\",\"access_key_id\":\"" + session.text("/Credentials/AccessKeyId")
                        + "\",\"access_key_secret\":\"" + session.text("/Credentials/AccessKeySecret")
                        + "\",\"sts_token\":\"" + session.text("/Credentials/SecurityToken") + '"');
            }
            case ASSUMED_ROLE ->
                profile("\"mode\":\"RamRoleArn\",\"access_key_id\":\"" + KEY + "\",\"access_key_secret\":\"" + SECRET
                        + "\",\"ram_role_arn\":\"" + ROLE + "\",\"ram_session_name\":\"test\"");
            case PROGRAM -> {
                Path file = Files.writeString(home.resolve(".aliyun-session.json"), sessionJson());
                profile("\"mode\":\"External\",\"process_command\":\"cat " + file + '"');
            }
            case ADDRESS ->
                environment.put(
                        "ALIBABA_CLOUD_CREDENTIALS_URI",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/");
            case SHARED_FILE -> {
                Path folder = Files.createDirectories(home.resolve(".alibabacloud"));
                Files.writeString(
                        folder.resolve("credentials"),
                        "[default]\ntype = access_key\naccess_key_id = " + KEY + "\naccess_key_secret = " + SECRET
                                + "\n");
            }
        }
        return environment;
    }

    private void profile(String members) throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve(".aliyun")).resolve("config.json"),
                "{\"current\":\"p\",\"profiles\":[{\"name\":\"p\"," + members + "}]}");
    }

    private RpcAnswer session() {
        RpcAnswer answer = sandbox.operator().sts("AssumeRole", "RoleArn", ROLE, "RoleSessionName", "test");
        learn(answer);
        return answer;
    }

    private String sessionJson() {
        RpcAnswer session = session();
        return "{\"mode\":\"StsToken\",\"Code\":\"Success\",\"AccessKeyId\":\""
                + session.text("/Credentials/AccessKeyId")
                + "\",\"AccessKeySecret\":\"" + session.text("/Credentials/AccessKeySecret") + "\",\"SecurityToken\":\""
                + session.text("/Credentials/SecurityToken") + "\",\"Expiration\":\""
                + session.text("/Credentials/Expiration") + "\"}";
    }

    private void learn(RpcAnswer answer) {
        learn(answer.text("/Credentials/AccessKeyId"));
        learn(answer.text("/Credentials/AccessKeySecret"));
        learn(answer.text("/Credentials/SecurityToken"));
    }

    /** Adds a secret. */
    synchronized void learn(String secret) {
        secrets.add(secret);
    }

    synchronized Set<String> secrets() {
        return new TreeSet<>(secrets);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
