package dev.shareimage.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @TempDir
    Path directory;

    @Test
    void the_state_outlives_the_process_and_is_shared_by_all_that_run() {
        try (RunningSandbox first = Sandbox.open(directory).start(0);
                RunningSandbox second = Sandbox.open(directory).start(0)) {
            RpcClient.owner(first.uri()).ram("CreateUser", "UserName", "alice");
            assertThat(user(second)).isEqualTo("200");
        }
        try (RunningSandbox third = Sandbox.open(directory).start(0)) {
            assertThat(user(third)).isEqualTo("200");
        }
    }

    @Test
    void a_reset_starts_over() {
        try (RunningSandbox sandbox = Sandbox.open(directory).start(0)) {
            RpcClient.owner(sandbox.uri()).ram("CreateUser", "UserName", "alice");

            Sandbox.reset(directory);

            assertThat(user(sandbox)).isEqualTo("404 EntityNotExist.User");
        }
    }

    @Test
    void the_environment_names_the_owners_key() {
        assertThat(Sandbox.inMemory().environment(URI.create("http://127.0.0.1:7777")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tSandboxOwner000001",
                        "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "NotASecretSandboxOwner00000001",
                        "ALIBABA_CLOUD_REGION_ID", "cn-hongkong",
                        "SHARE_IMAGE_ENDPOINT", "http://127.0.0.1:7777"));
    }

    @Test
    void every_request_can_be_logged_as_a_line() {
        List<String> lines = new ArrayList<>();
        try (RunningSandbox sandbox =
                Sandbox.inMemory().withRequestLog(lines::add).start(0)) {
            RpcClient.owner(sandbox.uri()).sts("GetCallerIdentity");
        }
        assertThat(lines)
                .singleElement()
                .asString()
                .matches("\\{\"start\":\"[^\"]+\",\"end\":\"[^\"]+\",\"product\":\"Sts\","
                        + "\"action\":\"GetCallerIdentity\",\"caller\":\"acs:ram::1000000000000001:root\","
                        + "\"status\":200,\"code\":\"\",\"requestId\":\"[0-9A-F-]{36}\"}");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (RunningSandbox sandbox = Sandbox.inMemory().start(0)) {
            assertThatThrownBy(() -> Sandbox.inMemory().start(sandbox.uri().getPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith(
                            "cannot listen on 127.0.0.1:" + sandbox.uri().getPort());
        }
    }

    private static String user(RunningSandbox sandbox) {
        return RpcClient.owner(sandbox.uri())
                .ram("GetUser", "UserName", "alice")
                .outcome();
    }
}
