package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A home directory, an environment, prepared HTTP answers, and a credential chain that uses them. */
abstract class ChainFixture {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String SESSION = """
            {"Code":"Success","AccessKeyId":"STS.id","AccessKeySecret":"s","SecurityToken":"t",\
            "Expiration":"2026-11-23T18:00:00Z"}""";
    static final Credentials FROM_SESSION = new Credentials("STS.id", "s", "t", Instant.parse("2026-11-23T18:00:00Z"));

    @TempDir
    Path home;

    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> web = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    Instant now = NOW;
    Instant deadline = NOW.plus(Duration.ofHours(2));

    /** The time that the cloud tells. */
    Instant cloudTime = NOW;

    final void config(String... profiles) throws IOException {
        configFile("{\"current\":\"default\",\"profiles\":[" + String.join(",", profiles) + "],\"meta_path\":\"\"}");
    }

    final void configFile(String text) throws IOException {
        Files.createDirectories(home.resolve(".aliyun"));
        Files.writeString(home.resolve(".aliyun/config.json"), text);
    }

    final void shared(String text) throws IOException {
        Files.createDirectories(home.resolve(".alibabacloud"));
        Files.writeString(home.resolve(".alibabacloud/credentials"), text);
    }

    final Credentials current(@Nullable String profile) throws CloudException {
        return chain(profile).current();
    }

    final String problem(@Nullable String profile) {
        CloudException failure = catchThrowableOfType(CloudException.class, () -> current(profile));
        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        return failure.text();
    }

    final CredentialSettings settings(@Nullable String profile) {
        return new CredentialSettings(environment, home, profile, () -> now, deadline, "en", null);
    }

    final CredentialsChain chain(@Nullable String profile) {
        return new CredentialsChain(settings(profile), new Sessions(), this::fetch, new Time(), origin -> {});
    }

    /** The cloud's time is unknown before a call asks for it. */
    private final class Time implements CloudTime {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public Instant ask() {
            asked.add("time");
            return cloudTime;
        }
    }

    final String fetch(String method, URI uri, Map<String, String> headers, Duration timeout) throws IOException {
        asked.add(method + " " + uri + " " + headers + " " + timeout);
        String answer = web.get(method + " " + uri);
        if (answer == null) {
            throw new IOException("nobody answers");
        }
        return answer;
    }

    /** Numbers the sessions. Each lasts an hour. */
    private final class Sessions implements TokenService {

        @Override
        public Credentials assume(RoleToAssume role, CredentialsSource caller) throws CloudException {
            String by = caller.current().accessKeyId();
            asked.add(role + " by " + by);
            return session();
        }

        @Override
        public Credentials assumeWithOidc(RoleToAssume role, String providerArn, String token) {
            asked.add(role + " by " + providerArn + " with " + token);
            return session();
        }

        private Credentials session() {
            return new Credentials("STS." + asked.size(), "s", "t", now.plus(Duration.ofHours(1)));
        }
    }
}
