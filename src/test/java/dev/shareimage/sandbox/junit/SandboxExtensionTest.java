package dev.shareimage.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An example of a test against the sandbox. */
class SandboxExtensionTest {

    @RegisterExtension
    final SandboxExtension cloud = new SandboxExtension();

    @Test
    void a_client_reaches_it_with_the_owners_key() {
        assertThat(RpcClient.owner(cloud.uri()).sts("GetCallerIdentity").text("/AccountId"))
                .isEqualTo(Sandbox.OWNER);
        assertThat(cloud.environment())
                .containsEntry("SHARE_IMAGE_ENDPOINT", cloud.uri().toString());
    }

    @Test
    void no_other_test_sees_what_this_one_writes(RunningSandbox running) {
        assertThat(created(running)).isEqualTo("200");
    }

    @Test
    void the_other_test_sees_nothing_of_it_either(RunningSandbox running) {
        assertThat(created(running)).isEqualTo("200");
    }

    private static String created(RunningSandbox running) {
        return RpcClient.owner(running.uri())
                .ram("CreateUser", "UserName", "alice")
                .outcome();
    }
}
