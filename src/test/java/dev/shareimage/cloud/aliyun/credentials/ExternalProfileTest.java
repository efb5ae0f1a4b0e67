package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output of an external program is a profile, and its mode decides. */
class ExternalProfileTest extends ChainFixture {

    @Test
    void the_role_in_the_answer_is_assumed() throws Exception {
        answers("""
                {"mode":"RamRoleArn","access_key_id":"key","access_key_secret":"s","ram_role_arn":"acs:ram::1:role/r",
                 "ram_session_name":"me","expired_seconds":900}""");
        assertThat(current(null).accessKeyId()).isEqualTo("STS.1");
        assertThat(asked)
                .containsExactly("RoleToAssume[arn=acs:ram::1:role/r, sessionName=me, seconds=900, externalId=null,"
                        + " policy=null, address=null] by key");
    }

    @Test
    void the_role_may_be_in_the_profile_that_names_the_program() throws Exception {
        answers(
                "{\"mode\":\"RamRoleArn\",\"access_key_id\":\"key\",\"access_key_secret\":\"s\"}",
                ",\"ram_role_arn\":\"acs:ram::1:role/r\",\"sts_token\":\"of-an-earlier-answer\"");
        assertThat(current(null).accessKeyId()).isEqualTo("STS.1");
    }

    @Test
    void the_instance_has_a_role() throws Exception {
        answers("{\"mode\":\"EcsRamRole\",\"ram_role_name\":\"role\"}");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/role", SESSION);
        assertThat(current(null)).isEqualTo(FROM_SESSION);
    }

    @Test
    void roles_may_be_chained() throws Exception {
        Path answer = Files.writeString(
                home.resolve("answer"),
                "{\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"base\",\"ram_role_arn\":\"acs:ram::1:role/r\"}");
        config(
                "{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"cat " + answer + "\"}",
                "{\"name\":\"base\",\"mode\":\"AK\",\"access_key_id\":\"key\",\"access_key_secret\":\"s\"}");
        assertThat(current(null).accessKeyId()).isEqualTo("STS.1");
        assertThat(asked.get(0)).endsWith(" by key");
    }

    @Test
    void a_key_is_not_mixed_with_what_an_earlier_answer_left_in_the_profile() throws Exception {
        answers(
                "{\"mode\":\"AK\",\"access_key_id\":\"key\",\"access_key_secret\":\"s\"}",
                ",\"access_key_id\":\"old\",\"sts_token\":\"old\"");
        assertThat(current(null)).isEqualTo(Credentials.key("key", "s"));
    }

    @Test
    void a_session_is_renewed_when_it_expires() throws Exception {
        answers("""
                {"mode":"StsToken","access_key_id":"key","access_key_secret":"s","sts_token":"t",
                 "expiration":"2026-11-23T13:00:00Z"}""");
        CredentialsSource chain = chain(null);
        assertThat(chain.current()).isEqualTo(new Credentials("key", "s", "t", Instant.parse("2026-11-23T13:00:00Z")));
        Files.writeString(home.resolve("answer"), "{\"access_key_id\":\"next\",\"access_key_secret\":\"s\"}");
        assertThat(chain.current().accessKeyId()).isEqualTo("key");
        now = NOW.plus(Duration.ofMinutes(58));
        assertThat(chain.current()).isEqualTo(Credentials.key("next", "s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'mode':'External'} | the program that it names gave no credentials: its answer has mode External again",
                "{'mode':'Nonsense'} | it has mode 'Nonsense', which is unknown; it is one of AK, StsToken, RamRoleArn, EcsRamRole, RamRoleArnWithRoleName, ChainableRamRoleArn, OIDC, External, CredentialsURI, CloudSSO, OAuth",
                "{'mode':'StsToken','access_key_id':'a','access_key_secret':'NotASecret'} | sts_token is missing; mode StsToken needs access_key_id, access_key_secret, sts_token",
                "{'mode':'AK','access_key_secret':'NotASecret'} | access_key_id is missing; mode AK needs access_key_id, access_key_secret",
                "[] | access_key_id is missing; mode AK needs access_key_id, access_key_secret",
                "NotASecret | the program that it names gave no credentials: the answer is not JSON"
            })
    void answers_that_are_no_profile(String answer, String problem) throws Exception {
        answers(answer.replace('\'', '"'));
        assertThat(problem(null))
                .isEqualTo("profile 'default' of " + home.resolve(".aliyun/config.json") + ": " + problem);
    }

    @Test
    void the_command_may_have_quotation_marks() throws Exception {
        Path folder = Files.createDirectories(home.resolve("a folder"));
        Files.writeString(folder.resolve("it's"), SESSION);
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"cat \\\"" + folder + "/it's\\\"\"}");
        assertThat(current(null)).isEqualTo(FROM_SESSION);
    }

    private void answers(String text) throws IOException {
        answers(text, "");
    }

    private void answers(String text, String members) throws IOException {
        Path answer = Files.writeString(home.resolve("answer"), text);
        config("{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"cat " + answer + "\"" + members
                + "}");
    }
}
