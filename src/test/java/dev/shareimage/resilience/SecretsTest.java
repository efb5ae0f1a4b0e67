package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No secret, token, signature or complete access key id appears in any output, log or file, also with {@code --debug}
 * and when the cloud quotes its request.
 */
class SecretsTest {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("doctor", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(2)),
            List.of("create-role", "--yes"),
            List.of("set-trust", "--accounts", SandboxFixture.accounts(2), "--yes"),
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(2), "--yes"),
            List.of("list-shares", "--all-images", "-o", "json"),
            List.of("export"),
            List.of("apply", "-f", "manifest.yaml", "--prune", "--yes", "-o", "json"),
            List.of("unshare", "--image-id", SandboxFixture.IMAGE, "--all", "--prune-trust", "--yes"));

    @TempDir
    private Path home;

    /** The cloud's answers. */
    private enum Manner {
        TRULY,
        AS_THE_CLOUD_DOES_FOR_A_WRONG_SIGNATURE,
        WITH_ALL_THAT_IT_WAS_SENT,
        WITH_IT_AS_CODE_AND_IDS
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_shown(CredentialFixtures.Place place) throws IOException {
        Files.writeString(home.resolve("manifest.yaml"), """
                schemaVersion: 1
                regions:
                  - id: cn-hongkong
                    images:
                      - id: %s
                        accounts: ["2000000000000002"]
                """.formatted(SandboxFixture.IMAGE));
        for (Manner manner : Manner.values()) {
            run(place, manner);
        }
    }

    @Test
    void a_broken_profile_is_not_quoted() throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve(".aliyun")).resolve("config.json"),
                "{\"current\":\"p\",\"profiles\":[{\"name\":\"p\",\"access_key_secret\":" + CredentialFixtures.SECRET
                        + "}]}");
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run = sandbox.run(
                    Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", ""),
                    List.of("list-shares", "--all-images", "--debug"));

            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(run.stderr())
                    .contains("is not a file of 'aliyun configure': it is not JSON from line 1, column ")
                    .doesNotContain("NotASecret");
        }
    }

    private void run(CredentialFixtures.Place place, Manner manner) throws IOException {
        try (SandboxFixture sandbox = new SandboxFixture(home);
                CredentialFixtures fixtures = new CredentialFixtures(sandbox, home);
                TamperingProxy proxy = new TamperingProxy(sandbox.uri(), (action, parameters, answer) -> {
                    learn(fixtures, parameters, answer);
                    return action.equals("AssumeRole") ? answer : change(manner, parameters, answer, action);
                })) {
            Map<String, String> environment = new LinkedHashMap<>(fixtures.layOut(place));
            environment.put("SHARE_IMAGE_ENDPOINT", proxy.uri().toString());
            environment.put("SHARE_IMAGE_SETTLE", "0ms");
            for (List<String> command : COMMANDS) {
                List<String> arguments = new ArrayList<>(command);
                arguments.addAll(List.of("--debug", "-v", "--max-attempts", "1", "--audit-log", "audit.jsonl"));
                ProgramRun run = sandbox.run(environment, arguments);
                assertThat(run.exitCode()).as(run.stderr()).isNotEqualTo(1).isNotEqualTo(2);
                String where = place + " " + manner + " " + String.join(" ", command);
                fixtures.secrets().forEach(secret -> {
                    assertHidden(secret, run.stdout(), where + " stdout");
                    assertHidden(secret, run.stderr(), where + " stderr");
                });
            }
            assertThat(proxy.requests()).isPositive();
            assertThat(home.resolve("audit.jsonl")).isNotEmptyFile();
            assertFilesHide(fixtures.secrets());
        }
    }

    private static void learn(CredentialFixtures fixtures, Map<String, String> parameters, Reply answer) {
        for (String name : List.of("Signature", "SecurityToken", "AccessKeyId")) {
            String value = parameters.get(name);
            if (value != null) {
                fixtures.learn(value);
            }
        }
        try {
            JsonNode credentials = Json.parse(answer.text()).path("Credentials");
            credentials.properties().stream()
                    .filter(member -> !member.getKey().equals("Expiration"))
                    .forEach(member -> fixtures.learn(member.getValue().asText()));
        } catch (JsonException e) {
            throw new IllegalStateException(answer.text(), e);
        }
    }

    private static Reply change(Manner manner, Map<String, String> parameters, Reply answer, String action) {
        String form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + percent(entry.getValue()))
                .collect(Collectors.joining("&"));
        String signature = parameters.getOrDefault("Signature", "none");
        String token = parameters.getOrDefault("SecurityToken", signature);
        boolean late = manner != Manner.AS_THE_CLOUD_DOES_FOR_A_WRONG_SIGNATURE;
        return late && action.equals("GetCallerIdentity")
                ? answer
                : switch (manner) {
                    case TRULY -> answer;
                    case AS_THE_CLOUD_DOES_FOR_A_WRONG_SIGNATURE ->
                        error(
                                "SignatureDoesNotMatch",
                                "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&"
                                        + percent(form),
                                "R-1");
                    case WITH_ALL_THAT_IT_WAS_SENT ->
                        error(
                                "Forbidden.RAM",
                                "a " + signature + " b " + token + " c " + percent(percent(signature)) + " d "
                                        + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))
                                        + " e '"
                                        + parameters.getOrDefault("AccessKeyId", "") + "' f " + form,
                                "R-1");
                    case WITH_IT_AS_CODE_AND_IDS ->
                        error(token, "no", signature.replace("=", "")).with("x-acs-request-id", token);
                };
    }

    private static Reply error(String code, String message, String requestId) {
        return Reply.of(
                403,
                Json.write(
                        Json.object().put("Code", code).put("Message", message).put("RequestId", requestId)));
    }

    private void assertFilesHide(Set<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!home.relativize(file).toString().startsWith(".ali")) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    secrets.forEach(secret -> assertHidden(secret, text, file.toString()));
                }
            }
        }
    }

    private static void assertHidden(String secret, String text, String where) {
        for (String form : forms(secret)) {
            assertThat(text.contains(form))
                    .as("%s shows %s as %s:%n%s", where, secret, form, text)
                    .isFalse();
        }
    }

    private static Set<String> forms(String secret) {
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return new TreeSet<>(Stream.of(
                        secret,
                        secret.replace("=", ""),
                        percent(secret),
                        percent(percent(secret)),
                        secret.replace("/", "\\/"),
                        secret.replace("/", "\\u002f").replace("=", "\\u003d"),
                        base64)
                .filter(form -> form.length() >= 8)
                .toList());
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
