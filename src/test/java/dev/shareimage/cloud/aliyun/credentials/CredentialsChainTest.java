package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsChainTest extends ChainFixture {

    @Test
    void the_environment_comes_first() throws Exception {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        environment.put("ALIBABA_CLOUD_SECURITY_TOKEN", "token");
        config("{\"name\":\"default\",\"mode\":\"AK\",\"access_key_id\":\"other\",\"access_key_secret\":\"x\"}");
        assertThat(current(null)).isEqualTo(new Credentials("id", "secret", "token", null));
    }

    @Test
    void a_profile_that_was_asked_for_beats_the_environment() throws Exception {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        config("{\"name\":\"default\",\"mode\":\"AK\",\"access_key_id\":\"other\",\"access_key_secret\":\"x\"}");
        assertThat(current("default")).isEqualTo(Credentials.key("other", "x"));
    }

    @Test
    void an_identity_provider_vouches() throws Exception {
        environment.put("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/r");
        environment.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1:oidc-provider/p");
        environment.put(
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                Files.writeString(home.resolve("token"), "ey.jwt\n").toString());
        assertThat(current(null).accessKeyId()).isEqualTo("STS.1");
        assertThat(asked)
                .containsExactly(
                        "RoleToAssume[arn=acs:ram::1:role/r, sessionName=share-image, seconds=3600, externalId=null,"
                                + " policy=null, address=null] by acs:ram::1:oidc-provider/p with ey.jwt");
    }

    @Test
    void a_token_file_that_is_gone_is_named() {
        environment.put("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/r");
        environment.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1:oidc-provider/p");
        environment.put("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/nowhere/token");
        assertThat(problem(null))
                .isEqualTo("/nowhere/token (named by ALIBABA_CLOUD_OIDC_TOKEN_FILE): there is no such file");
    }

    @Test
    void the_current_profile_of_the_cli_is_used() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"StsToken\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\","
                + "\"sts_token\":\"c\",\"unknown\":{\"x\":[1]}}");
        assertThat(current(null)).isEqualTo(new Credentials("a", "b", "c", null));
    }

    @Test
    void the_environment_may_name_a_profile() throws Exception {
        environment.put("ALIBABA_CLOUD_PROFILE", "two");
        config(
                "{\"name\":\"default\",\"mode\":\"AK\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\"}",
                "{\"name\":\"two\",\"mode\":\"AK\",\"access_key_id\":\"c\",\"access_key_secret\":\"d\"}");
        assertThat(current(null)).isEqualTo(Credentials.key("c", "d"));
    }

    @Test
    void a_profile_of_a_role_assumes_it() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"RamRoleArn\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\","
                + "\"ram_role_arn\":\"acs:ram::1:role/r\",\"ram_session_name\":\"me\",\"expired_seconds\":900,"
                + "\"external_id\":\"e\"}");
        assertThat(current(null).accessKeyId()).isEqualTo("STS.1");
        assertThat(asked)
                .containsExactly("RoleToAssume[arn=acs:ram::1:role/r, sessionName=me, seconds=900, externalId=e,"
                        + " policy=null, address=null] by a");
    }

    @Test
    void roles_may_be_chained() throws Exception {
        config(
                "{\"name\":\"default\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"middle\","
                        + "\"ram_role_arn\":\"acs:ram::3:role/c\"}",
                "{\"name\":\"middle\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"base\","
                        + "\"ram_role_arn\":\"acs:ram::2:role/b\"}",
                "{\"name\":\"base\",\"mode\":\"AK\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\"}");
        assertThat(current(null).accessKeyId()).isEqualTo("STS.2");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).contains("acs:ram::2:role/b").endsWith(" by a");
        assertThat(asked.get(1)).contains("acs:ram::3:role/c").endsWith(" by STS.1");
    }

    @Test
    void a_chain_that_leads_back_to_itself_is_refused() throws Exception {
        config(
                "{\"name\":\"default\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"two\","
                        + "\"ram_role_arn\":\"acs:ram::3:role/c\"}",
                "{\"name\":\"two\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"default\","
                        + "\"ram_role_arn\":\"acs:ram::2:role/b\"}");
        assertThat(problem(null)).endsWith("its source_profile leads back to itself");
    }

    @Test
    void a_profile_may_name_an_address() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"CredentialsURI\",\"credentials_uri\":\"http://127.0.0.1:99/c\"}");
        web.put("GET http://127.0.0.1:99/c", SESSION);
        assertThat(current(null)).isEqualTo(FROM_SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/c",
                "http://127.0.0.999/c",
                "http://169.254.1.1/c",
                "ftp://localhost/c",
                "x",
                "http:///c",
                "https://example.com:65536/c",
                "http://127.0.0.1:99999/c"
            })
    void credentials_are_not_fetched_in_the_clear_from_elsewhere(String address) {
        environment.put("ALIBABA_CLOUD_CREDENTIALS_URI", address);
        assertThat(problem(null))
                .isEqualTo(
                        "ALIBABA_CLOUD_CREDENTIALS_URI has to start with https://, or with http:// and a loopback host");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_profile_may_name_a_program() throws Exception {
        Path program = Files.writeString(home.resolve("session.json"), SESSION);
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"cat " + program + "\"}");
        assertThat(current(null)).isEqualTo(FROM_SESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "echo not-json", "/nowhere/program"})
    void a_program_that_gives_nothing_is_no_reason_to_go_on(String command) throws Exception {
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"" + command + "\"}");
        assertThat(problem(null)).contains("the program that it names gave no credentials: ");
    }

    /** The child keeps the output open. It no longer has a command line when it is dead. */
    @Test
    void a_program_that_never_ends_is_killed_with_its_children() throws Exception {
        deadline = NOW.plusSeconds(1);
        Path pid = home.resolve("pid");
        Path program = Files.writeString(home.resolve("program"), "sleep 300 & echo $! > " + pid + "; wait\n");
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"sh " + program + "\"}");
        assertThat(problem(null))
                .endsWith("the program that it names gave no credentials: it had not ended after 1.0 s");
        long child = Long.parseLong(Files.readString(pid).strip());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (ProcessHandle.of(child).flatMap(it -> it.info().command()).isPresent()) {
                Thread.onSpinWait();
            }
        });
    }

    /** A grandchild that cannot be found keeps the output open. */
    @Test
    void a_program_that_leaves_its_output_to_another_does_not_hold_the_run() throws Exception {
        deadline = NOW.plusSeconds(1);
        Path program = Files.writeString(home.resolve("program"), "sleep 20 &\n");
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"sh " + program + "\"}");
        // Java may see the end of the program or of its output first.
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(problem(null)).contains("the program that it names gave no credentials: "));
    }

    @Test
    void the_instance_has_a_role() throws Exception {
        web.put("PUT http://100.100.100.200/latest/api/token", "metadata-token");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/", "the-role\n");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/the-role", SESSION);
        assertThat(current(null)).isEqualTo(FROM_SESSION);
        assertThat(asked)
                .containsExactly(
                        "PUT http://100.100.100.200/latest/api/token"
                                + " {X-aliyun-ecs-metadata-token-ttl-seconds=21600} PT1S",
                        "GET http://100.100.100.200/latest/meta-data/ram/security-credentials/"
                                + " {X-aliyun-ecs-metadata-token=metadata-token} PT1S",
                        "GET http://100.100.100.200/latest/meta-data/ram/security-credentials/the-role"
                                + " {X-aliyun-ecs-metadata-token=metadata-token} PT1S");
    }

    @Test
    void an_old_metadata_server_gives_no_token() throws Exception {
        environment.put("ALIBABA_CLOUD_ECS_METADATA", "the-role");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/the-role", SESSION);
        assertThat(current(null)).isEqualTo(FROM_SESSION);
    }

    @Test
    void metadata_without_a_token_can_be_forbidden() {
        environment.put("ALIBABA_CLOUD_IMDSV1_DISABLED", "true");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/", "the-role");
        assertThat(problem(null)).isEqualTo("there are no credentials");
        assertThat(asked).hasSize(1);
    }

    @Test
    void no_credentials_anywhere_is_one_short_sentence() {
        assertThat(problem(null)).isEqualTo("there are no credentials");
    }

    @Test
    void the_metadata_server_is_not_asked_if_it_is_disabled() {
        environment.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        assertThat(problem(null)).isEqualTo("there are no credentials");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_shared_file_has_sections() throws Exception {
        shared("""
                # comment
                [default]
                type = access_key
                access_key_id = a  # not part of it
                access_key_secret = b=;c

                [off]
                enable = false
                access_key_id = x
                access_key_secret = y

                [session]
                type=sts
                access_key_id=a
                access_key_secret=b
                security_token=c
                [role]
                type = ram_role_arn
                access_key_id = a
                access_key_secret = b
                role_arn = acs:ram::1:role/r
                """);
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b=;c"));
        assertThat(current("session")).isEqualTo(new Credentials("a", "b", "c", null));
        assertThat(current("role").accessKeyId()).isEqualTo("STS.1");
        assertThat(problem("off"))
                .isEqualTo("section [off] of " + home.resolve(".alibabacloud/credentials")
                        + ": it is switched off by enable = false");
    }

    @Test
    void a_profile_that_does_not_exist_is_an_error_that_names_those_that_do() throws Exception {
        config("{\"name\":\"one\",\"mode\":\"AK\"}", "{\"name\":\"t\\u0007wo\",\"mode\":\"AK\"}");
        shared("[three]\naccess_key_id = a\n");
        assertThat(problem("four")).isEqualTo("there is no profile 'four'; there is 'one', 't\uFFFDwo', 'three'");
    }

    @Test
    void an_empty_profile_that_nobody_asked_for_is_passed_over() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"AK\",\"access_key_id\":\"\",\"access_key_secret\":\"\"}");
        shared("[default]\naccess_key_id = a\naccess_key_secret = b\n");
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b"));
        assertThat(problem("default"))
                .endsWith("config.json: access_key_id is missing; mode AK needs access_key_id, access_key_secret");
    }

    @Test
    void a_sign_in_that_has_not_happened_is_asked_for() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"CloudSSO\"}");
        assertThat(problem(null))
                .endsWith(": nobody is signed in; run aliyun configure --profile default --mode CloudSSO");
    }

    @Test
    void a_session_is_kept_until_shortly_before_it_ends() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"RamRoleArn\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\","
                + "\"ram_role_arn\":\"acs:ram::1:role/r\"}");
        CredentialsSource chain = chain(null);
        assertThat(chain.current().accessKeyId()).isEqualTo("STS.1");
        now = NOW.plus(Duration.ofMinutes(56));
        assertThat(chain.current().accessKeyId()).isEqualTo("STS.1");
        now = NOW.plus(Duration.ofMinutes(58));
        assertThat(chain.current().accessKeyId()).isEqualTo("STS.2");
    }

    @Test
    void threads_whose_session_ended_start_one_new_session() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"RamRoleArn\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\","
                + "\"ram_role_arn\":\"acs:ram::1:role/r\"}");
        CredentialsSource chain = chain(null);
        Credentials first = chain.current();
        assertThat(chain.renew(first)).isTrue();
        assertThat(chain.renew(first)).isTrue();
        assertThat(chain.current().accessKeyId()).isEqualTo("STS.2");
    }

    @Test
    void fixed_credentials_cannot_be_renewed() throws Exception {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        CredentialsSource chain = chain(null);
        assertThat(chain.renew(chain.current())).isFalse();
    }

    @Test
    void nothing_shows_a_secret() throws Exception {
        assertThat(new Credentials("id", "secret", "token", null)).hasToString("Credentials[hidden]");
        assertThat(new FixedCredentials(Credentials.key("id", "secret")).toString())
                .doesNotContain("secret");
        assertThat(new Profile(
                        Profile.Kind.PROFILE,
                        "p",
                        "f",
                        Map.of("access_key_secret", "secret"),
                        new CredentialFailures("en")))
                .hasToString("Profile[p]");
    }
}
