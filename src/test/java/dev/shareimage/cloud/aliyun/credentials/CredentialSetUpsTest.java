package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Unusual but legal configurations. Later sources of the chain hold other credentials, which the run must never use: a
 * section of the shared file, an address for credentials, and an instance with a role.
 */
class CredentialSetUpsTest extends ChainFixture {

    private static final String KEY = "\"mode\":\"AK\",\"access_key_id\":\"a\",\"access_key_secret\":\"b\"";

    @BeforeEach
    void somebody_else() throws IOException {
        environment.put("ALIBABA_CLOUD_CREDENTIALS_URI", "http://127.0.0.1:99/c");
        web.put("GET http://127.0.0.1:99/c", SESSION);
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/", "the-role");
        web.put("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/the-role", SESSION);
        shared("[default]\naccess_key_id = somebody-else\naccess_key_secret = s\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ACCESS_KEY_ID | ALIBABA_CLOUD_ACCESS_KEY_ID is set and ALIBABA_CLOUD_ACCESS_KEY_SECRET is not",
                "ACCESS_KEY_SECRET | ALIBABA_CLOUD_ACCESS_KEY_SECRET is set and ALIBABA_CLOUD_ACCESS_KEY_ID is not",
                "SECURITY_TOKEN | ALIBABA_CLOUD_SECURITY_TOKEN is set and ALIBABA_CLOUD_ACCESS_KEY_ID is not",
                "ROLE_ARN | ALIBABA_CLOUD_ROLE_ARN is set and ALIBABA_CLOUD_OIDC_PROVIDER_ARN is not",
                "OIDC_PROVIDER_ARN | ALIBABA_CLOUD_OIDC_PROVIDER_ARN is set and ALIBABA_CLOUD_ROLE_ARN is not",
                "OIDC_TOKEN_FILE,ROLE_ARN | ALIBABA_CLOUD_OIDC_TOKEN_FILE is set and ALIBABA_CLOUD_OIDC_PROVIDER_ARN is not"
            })
    void variables_that_are_half_set(String set, String problem) {
        for (String name : set.split(",")) {
            environment.put("ALIBABA_CLOUD_" + name, "x");
        }
        assertUnusable(problem + "; set both, or neither");
        environment.keySet().removeIf(name -> name.matches("ALIBABA_CLOUD_.*(KEY|TOKEN|ARN).*"));
        for (String name : set.split(",")) {
            environment.put("ALIBABACLOUD_" + name, "x");
        }
        assertUnusable(problem.replace("ALIBABA_CLOUD_", "ALIBABACLOUD_") + "; set both, or neither");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_"})
    void other_spellings_are_read(String prefix) throws Exception {
        environment.put(prefix + "ACCESS_KEY_ID", "id");
        environment.put(prefix + "ACCESS_KEY_SECRET", "secret");
        environment.put(prefix + "SECURITY_TOKEN", "token");
        assertThat(current(null)).isEqualTo(new Credentials("id", "secret", "token", null));
        assertThat(chain(null).origin()).isEqualTo("the environment (" + prefix + "ACCESS_KEY_ID)");

        environment.keySet().removeIf(name -> name.startsWith(prefix));
        environment.put(prefix + "PROFILE", "two");
        config("{\"name\":\"default\"," + KEY + "}", "{\"name\":\"two\"," + KEY.replace(":\"a\"", ":\"c\"") + "}");
        assertThat(current(null)).isEqualTo(Credentials.key("c", "b"));
    }

    @Test
    void spellings_that_differ() {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "one");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
        environment.put("ALICLOUD_ACCESS_KEY_ID", "two");
        assertUnusable("ALIBABA_CLOUD_ACCESS_KEY_ID and ALICLOUD_ACCESS_KEY_ID differ;"
                + " set one of them, or both to the same value");
    }

    @ParameterizedTest
    @CsvSource({
        "ALIBABA_CLOUD_CLI_PROFILE_DISABLED, 1, true, false",
        "ALIBABA_CLOUD_IGNORE_PROFILE, true, TRUE, FALSE",
        "ALIBABACLOUD_IGNORE_PROFILE, yes, TRUE, FALSE",
        "ALIBABA_CLOUD_ECS_METADATA_DISABLED, yes, true, false",
        "ALIBABA_CLOUD_IMDSV1_DISABLED, on, true, false",
        "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS, yes, true, false"
    })
    void switches_that_are_neither_on_nor_off(String name, String value, String on, String off) throws IOException {
        environment.remove("ALIBABA_CLOUD_CREDENTIALS_URI");
        Files.delete(home.resolve(".alibabacloud/credentials"));
        if (name.endsWith("EXTERNAL_PROCESS")) {
            environment.put("ALIBABA_CLOUD_CREDENTIALS_URI", "http://127.0.0.1:99/c");
        }
        environment.put(name, value);
        assertUnusable(
                name + " has a value that is neither " + on + " nor " + off + "; set one of the two, or unset it");
    }

    @Test
    void a_file_of_the_cli_can_be_ignored() throws Exception {
        config("{\"name\":\"default\"," + KEY + "}");
        environment.put("ALIBABA_CLOUD_IGNORE_PROFILE", "TRUE");
        assertThat(current(null).accessKeyId()).isEqualTo("somebody-else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALIBABA_CLOUD_CONFIG_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"})
    void files_that_are_named_and_cannot_be_read(String variable) throws Exception {
        assertFile(variable, home.resolve("missing"), "there is no such file");
        assertFile(variable, home, "this is not a regular file (a pipe, a device or a directory); name a file");
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertFile(
                        variable, pipe, "this is not a regular file (a pipe, a device or a directory); name a file"));
        assertFile(
                variable,
                Path.of("/dev/zero"),
                "this is not a regular file (a pipe, a device or a directory); name a file");
        assertFile(
                variable,
                Files.writeString(home.resolve("huge"), " ".repeat(1024 * 1024 + 1)),
                "the file is larger than 1 MiB; no file of credentials is");
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            assertFile(
                    variable,
                    Files.writeString(home.resolve(charset), "[default]\n", Charset.forName(charset)),
                    "the file is in UTF-16 or holds zero bytes; save it as UTF-8");
        }
        assertFile(
                variable,
                Files.write(home.resolve("latin"), "[défault]\n".getBytes(StandardCharsets.ISO_8859_1)),
                "the file is not UTF-8; save it as UTF-8");
    }

    private void assertFile(String variable, Path file, String problem) {
        environment.put(variable, file.toString());
        assertUnusable(file + " (named by " + variable + "): " + problem);
    }

    @Test
    void files_in_their_usual_place_that_cannot_be_read() throws Exception {
        Path file = home.resolve(".aliyun/config.json");
        Files.createDirectories(file);
        assertUnusable(file + ": this is not a regular file (a pipe, a device or a directory); name a file");
        Files.delete(file);
        Files.createSymbolicLink(file, home.resolve("gone"));
        assertUnusable(file + ": there is no such file");
    }

    @Test
    void a_byte_order_mark_hides_no_header() throws Exception {
        configFile("\uFEFF{\"current\":\"default\",\"profiles\":[{\"name\":\"default\"," + KEY + "}]}");
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b"));
        Files.delete(home.resolve(".aliyun/config.json"));
        shared("\uFEFF[default]\naccess_key_id = c\naccess_key_secret = d\n");
        assertThat(current(null)).isEqualTo(Credentials.key("c", "d"));
    }

    @Test
    void no_current_profile_is_the_default_one() throws Exception {
        configFile("{\"profiles\":[{\"name\":\"other\"," + KEY.replace(":\"a\"", ":\"c\"") + "},{\"name\":\"default\","
                + KEY + "}]}");
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b"));
    }

    @Test
    void of_two_profiles_of_one_name_the_first_counts() throws Exception {
        config("{\"name\":\"default\"," + KEY + "}", "{\"name\":\"default\"," + KEY.replace(":\"a\"", ":\"c\"") + "}");
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'current':'gone','profiles':[{'name':'one'},{'name':'two'}]} | : the profile in use is 'gone', which does not exist; there is 'one', 'two'. Run aliyun configure switch, or give --profile",
                "{'current':'gone','profiles':[]} | : the profile in use is 'gone', which does not exist; there is none. Run aliyun configure switch, or give --profile",
                "{'profiles':[{'name':'one'}]} | : the profile in use is 'default', which does not exist; there is 'one'. Run aliyun configure switch, or give --profile",
                "{'current':7,'profiles':[]} | : this is not a file of 'aliyun configure': expected an object with the list 'profiles', whose members are objects, and the name 'current'",
                "{'profiles':7} | : this is not a file of 'aliyun configure': expected an object with the list 'profiles', whose members are objects, and the name 'current'",
                "{'profiles':[1]} | : this is not a file of 'aliyun configure': expected an object with the list 'profiles', whose members are objects, and the name 'current'",
                "[] | : this is not a file of 'aliyun configure': expected an object with the list 'profiles', whose members are objects, and the name 'current'",
                "{'current':} | ` is not a file of 'aliyun configure': it is not JSON from line 1, column 12`",
                "{'current':'a','current':'b'} | ` is not a file of 'aliyun configure': it is not JSON from line 1, column 25`"
            })
    void files_of_the_cli_that_name_nobody(String text, String problem) throws Exception {
        configFile(text.replace('\'', '"'));
        assertUnusable(home.resolve(".aliyun/config.json") + problem);
        CloudException failure =
                catchThrowableOfType(CloudException.class, () -> settings(null).profileRegion());
        assertThat(failure).hasMessage(home.resolve(".aliyun/config.json") + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"profiles\":[]}", "{\"profiles\":null,\"current\":\"default\"}"})
    void a_file_of_the_cli_without_profiles_sets_nothing_up(String text) throws Exception {
        configFile(text);
        assertThat(current(null).accessKeyId()).isEqualTo("somebody-else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'access_key_id':'a' | access_key_secret is missing; mode AK needs access_key_id, access_key_secret",
                "'mode':'AK','access_key_secret':'a' | access_key_id is missing; mode AK needs access_key_id, access_key_secret",
                "'mode':'ak','access_key_id':'a','access_key_secret':'b' | it has mode 'ak', which is unknown; it is one of AK, StsToken, RamRoleArn, EcsRamRole, RamRoleArnWithRoleName, ChainableRamRoleArn, OIDC, External, CredentialsURI, CloudSSO, OAuth",
                "'mode':'AK','access_key_id':{},'access_key_secret':'b' | access_key_id is missing; mode AK needs access_key_id, access_key_secret",
                "'oidc_token_file':'x' | oidc_provider_arn is missing; mode OIDC needs oidc_provider_arn, oidc_token_file, ram_role_arn",
                "'source_profile':'x' | it has no mode, and too few fields to tell one; the mode is one of AK, StsToken, RamRoleArn, EcsRamRole, RamRoleArnWithRoleName, ChainableRamRoleArn, OIDC, External, CredentialsURI, CloudSSO, OAuth",
                "'mode':'RamRoleArn','access_key_id':'a','access_key_secret':'b','ram_role_arn':'r','expired_seconds':60 | expired_seconds has a value that cannot be used; expected one such as 900",
                "'mode':'ChainableRamRoleArn','ram_role_arn':'r','source_profile':'x' | its source_profile is 'x', which does not exist; there is 'default'",
                "'mode':'External','process_command':'\\\"x' | process_command cannot be parsed; expected a program and its arguments, with both ends of each quotation"
            })
    void profiles_that_are_incomplete(String members, String problem) throws Exception {
        config("{\"name\":\"default\"," + members.replace('\'', '"') + "}");
        assertUnusable("profile 'default' of " + home.resolve(".aliyun/config.json") + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'access_key_id':'a','access_key_secret':'b','sts_token':'c' | STS_TOKEN",
                "'mode':'','access_key_id':'a','access_key_secret':'b','ram_role_arn':'r' | RAM_ROLE_ARN",
                "'access_key_id':'a','access_key_secret':'b' | AK",
                "'ram_role_name':'r' | ECS_RAM_ROLE",
                "'process_command':'p' | EXTERNAL",
                "'oidc_provider_arn':'a','oidc_token_file':'b','ram_role_arn':'r' | OIDC",
                "'cloud_sso_sign_in_url':'u' | CLOUD_SSO"
            })
    void a_profile_without_a_mode_has_the_one_that_its_fields_tell(String members, CliMode mode) throws Exception {
        config("{\"name\":\"default\"," + members.replace('\'', '"') + "}");
        assertThat(CliMode.of(Profiles.read(settings(null)).selected().orElseThrow()))
                .isEqualTo(mode);
    }

    @Test
    void a_comment_after_a_header_is_not_part_of_it() throws Exception {
        shared("""
                [default] # work
                access_key_id = a ; mine
                access_key_secret = "b"
                [other] ; home
                \taccess_key_id = c
                access_key_secret = d
                """);
        assertThat(current(null)).isEqualTo(Credentials.key("a", "b"));
        assertThat(current("other")).isEqualTo(Credentials.key("c", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[default,3 | a header is expected here, as [default], with nothing but a comment behind it",
                "[other] x,3 | a header is expected here, as [default], with nothing but a comment behind it",
                "[],3 | a header is expected here, as [default], with nothing but a comment behind it",
                "nonsense,3 | a header, a setting as key = value, or a comment is expected here",
                "= value,3 | a header, a setting as key = value, or a comment is expected here",
                "[default],3 | there is a section of this name already; give each its own name",
                "access_key_secret = e,3 | the section has this setting already; keep one"
            })
    void sections_that_cannot_be_told_apart(String lineAndNumber, String problem) throws Exception {
        String line = lineAndNumber.substring(0, lineAndNumber.lastIndexOf(','));
        shared("[default]\naccess_key_secret = NotASecret\n" + line + "\naccess_key_id = c\n");
        assertUnusable(home.resolve(".alibabacloud/credentials") + ", line 3: " + problem);
    }

    @Test
    void settings_before_the_first_header() throws Exception {
        shared("\naccess_key_id = a\n[default]\naccess_key_id = b\naccess_key_secret = c\n");
        assertUnusable(home.resolve(".alibabacloud/credentials")
                + ", line 2: there is a setting before the first header; begin with one, as [default]");
    }

    @Test
    void sections_none_of_which_is_the_default() throws Exception {
        shared("[defualt]\naccess_key_id = b\naccess_key_secret = c\n");
        assertUnusable(home.resolve(".alibabacloud/credentials")
                + ": there is no section [default]; there is 'defualt'. Give --profile, or name a section default");
    }

    @Test
    void a_profile_for_the_instance_role_never_falls_through() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"EcsRamRole\",\"ram_role_name\":\"another\"}");
        CloudException failure = catchThrowableOfType(CloudException.class, () -> current(null));
        assertThat(failure)
                .hasMessage("profile 'default' of " + home.resolve(".aliyun/config.json")
                        + ": the metadata server of the ECS instance gave no credentials: nobody answers");
        environment.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        assertThat(problem(null))
                .endsWith("ALIBABA_CLOUD_ECS_METADATA_DISABLED is true, so that the metadata server is not asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE"})
    void programs_and_addresses_can_be_forbidden(String on) throws Exception {
        environment.put("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS", on);
        Path trace = home.resolve("ran");
        config(
                "{\"name\":\"default\",\"mode\":\"External\",\"process_command\":\"touch " + trace + "\"}",
                "{\"name\":\"address\",\"mode\":\"CredentialsURI\",\"credentials_uri\":\"http://127.0.0.1:99/c\"}");
        String rest =
                " would run a program or call an address," + " and ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids both";
        assertUnusable("profile 'default' of " + home.resolve(".aliyun/config.json") + ": process_command" + rest);
        assertThat(problem("address")).endsWith(": credentials_uri" + rest);
        Files.delete(home.resolve(".aliyun/config.json"));
        Files.delete(home.resolve(".alibabacloud/credentials"));
        assertUnusable("ALIBABA_CLOUD_CREDENTIALS_URI" + rest);
        assertThat(trace).doesNotExist();
    }

    @Test
    void an_answer_that_says_failure_is_none() throws Exception {
        config("{\"name\":\"default\",\"mode\":\"CredentialsURI\",\"credentials_uri\":\"http://127.0.0.1:99/c\"}");
        web.put("GET http://127.0.0.1:99/c", SESSION.replace("Success", "Failed"));
        assertThat(problem(null))
                .endsWith(": credentials_uri gave no credentials: the answer has Code Failed, expected Success");
        web.put("GET http://127.0.0.1:99/c", SESSION.replace("Success", "x=NotASecret&y"));
        assertThat(problem(null)).endsWith("the answer has Code …, expected Success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CloudSSO", "OAuth"})
    void a_sign_in_that_is_over_names_the_command(String mode) throws Exception {
        signIn(mode, NOW.getEpochSecond() - 60);
        assertThat(problem(null))
                .isEqualTo("profile 'default' of " + home.resolve(".aliyun/config.json")
                        + ": the session of the sign-in is over; sign in again:"
                        + " aliyun configure --profile default --mode " + mode);
        assertThat(asked).containsExactly("time");
    }

    @Test
    void a_sign_in_is_not_over_because_this_machine_is_ahead() throws Exception {
        signIn("CloudSSO", NOW.getEpochSecond() + 3600);
        now = NOW.plus(Duration.ofHours(2));
        assertThat(current(null).accessKeyId()).isEqualTo("STS.a");
    }

    @Test
    void a_sign_in_that_the_cloud_calls_expired_names_the_command() throws Exception {
        signIn("OAuth", 0);
        CredentialsSource chain = chain(null);
        Credentials session = chain.current();
        CloudException failure = catchThrowableOfType(CloudException.class, () -> chain.renew(session));
        assertThat(failure.text()).endsWith("sign in again: aliyun configure --profile default --mode OAuth");
    }

    private void signIn(String mode, long end) throws IOException {
        config("{\"name\":\"default\",\"mode\":\"" + mode
                + "\",\"access_key_id\":\"STS.a\",\"access_key_secret\":\"b\","
                + "\"sts_token\":\"c\",\"sts_expiration\":" + end + "}");
    }

    @Test
    void a_chain_of_many_roles_ends() throws Exception {
        StringBuilder profiles = new StringBuilder("{\"name\":\"default\",\"mode\":\"ChainableRamRoleArn\","
                + "\"source_profile\":\"1\",\"ram_role_arn\":\"r\"}");
        for (int number = 1; number < 9000; number++) {
            profiles.append(",{\"name\":\"")
                    .append(number)
                    .append("\",\"mode\":\"ChainableRamRoleArn\",\"source_profile\":\"")
                    .append(number + 1)
                    .append("\",\"ram_role_arn\":\"r\"}");
        }
        config(profiles.toString());
        assertUnusable("profile '16' of " + home.resolve(".aliyun/config.json")
                + ": its source_profile leads to a chain of more than 16 roles");
    }

    @Test
    void an_invalid_region_is_named() throws Exception {
        config("{\"name\":\"default\"," + KEY + ",\"region_id\":\"Hong Kong\"}");
        CloudException failure =
                catchThrowableOfType(CloudException.class, () -> settings(null).profileRegion());
        assertThat(failure)
                .hasMessage("profile 'default' of " + home.resolve(".aliyun/config.json")
                        + ": region_id has a value that cannot be used; expected one such as cn-hongkong");
    }

    @Test
    void a_key_in_the_environment_works_despite_a_broken_file_that_nobody_named() throws Exception {
        configFile("{");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        assertThat(current(null)).isEqualTo(Credentials.key("id", "secret"));
        assertThat(settings(null).profileRegion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"})
    void a_profile_that_the_environment_beats_is_told_of(String variable) throws Exception {
        environment.put(variable, "nowhere");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");

        assertThat(current(null)).isEqualTo(Credentials.key("id", "secret"));
        assertThat(chain(null).origin())
                .isEqualTo("the environment (ALIBABA_CLOUD_ACCESS_KEY_ID; " + variable + " is not used)");
    }

    @Test
    void each_place_is_told_of() throws Exception {
        assertThat(chain(null).origin())
                .isEqualTo("section [default] of " + home.resolve(".alibabacloud/credentials") + " (type access_key)");
        config("{\"name\":\"default\"," + KEY + "}");
        assertThat(chain(null).origin())
                .isEqualTo("profile 'default' of " + home.resolve(".aliyun/config.json") + " (mode AK)");
        Files.delete(home.resolve(".alibabacloud/credentials"));
        Files.delete(home.resolve(".aliyun/config.json"));
        assertThat(chain(null).origin()).isEqualTo("the address in ALIBABA_CLOUD_CREDENTIALS_URI");
        environment.clear();
        assertThat(chain(null).origin()).isEqualTo("the RAM role of this ECS instance");
        environment.put("ALIBABACLOUD_ROLE_ARN", "r");
        environment.put("ALIBABACLOUD_OIDC_PROVIDER_ARN", "p");
        environment.put("ALIBABACLOUD_OIDC_TOKEN_FILE", "f");
        assertThat(chain(null).origin()).isEqualTo("the identity provider that ALIBABACLOUD_OIDC_PROVIDER_ARN names");
    }

    /** The run fails with an error that says so, and does not ask other sources. */
    private void assertUnusable(String problem) {
        CloudException failure = catchThrowableOfType(CloudException.class, () -> current(null));
        assertThat(failure).isNotNull().hasMessage(problem);
        assertThat(failure.code()).isEqualTo("UnusableCredentials");
        assertThat(failure.kind()).isEqualTo(CloudException.Kind.NO_CREDENTIALS);
        assertThat(failure.text()).doesNotContain("NotASecret");
        assertThat(asked).isEmpty();
    }
}
