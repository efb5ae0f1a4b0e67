package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The tables of the page, the modes of the code and the behavior of both agree. */
class CredentialModesTest extends ChainFixture {

    private static final Path PAGE = Path.of("src/site/markdown/credentials.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");
    private static final String METADATA = "http://100.100.100.200/latest/meta-data/ram/security-credentials/";

    private final Map<String, String> values = new LinkedHashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        values.put("access_key_id", "key");
        values.put("access_key_secret", "secret");
        values.put("sts_token", "token");
        values.put("security_token", "token");
        values.put("ram_role_arn", "acs:ram::1:role/r");
        values.put("role_arn", "acs:ram::1:role/r");
        values.put("source_profile", "base");
        values.put("oidc_provider_arn", "acs:ram::1:oidc-provider/p");
        values.put("oidc_token_file", file("token", "ey.jwt"));
        values.put("oidc_token_file_path", file("token", "ey.jwt"));
        values.put("process_command", "cat " + file("session.json", SESSION));
        values.put("credentials_uri", "http://127.0.0.1:99/c");
        web.put("GET http://127.0.0.1:99/c", SESSION);
        web.put("GET " + METADATA, "role");
        web.put("GET " + METADATA + "role", SESSION);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }

    @Test
    void the_page_has_every_mode_and_every_type_with_its_fields() throws IOException {
        assertThat(table("| mode |"))
                .isEqualTo(Arrays.stream(CliMode.values()).collect(Collectors.toMap(CliMode::label, CliMode::fields)));
        assertThat(table("| type |"))
                .isEqualTo(Arrays.stream(SectionType.values())
                        .collect(Collectors.toMap(SectionType::label, SectionType::fields)));
    }

    @Test
    void every_row_names_a_test_that_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String row : rows()) {
            List<MatchResult> tests = TEST.matcher(row.substring(row.lastIndexOf(" | ")))
                    .results()
                    .toList();
            if (tests.isEmpty()) {
                missing.add(row);
            }
            for (MatchResult test : tests) {
                Path source = Path.of(
                        "src/test/java", getClass().getPackageName().replace('.', '/'), test.group(1) + ".java");
                if (!Files.exists(source)
                        || test.group(2) != null && !Files.readString(source).contains(" " + test.group(2) + "(")) {
                    missing.add(test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RSA_KEY_PAIR", "BEARER_TOKEN", "ANONYMOUS"})
    void a_mode_needs_all_of_its_fields(CliMode mode) throws Exception {
        profile(mode, mode.fields());
        assertThat(current("p").accessKeyId()).isIn("key", "STS.1", "STS.2", "STS.3", "STS.4", "STS.id");
        for (String field : mode.fields()) {
            profile(
                    mode,
                    mode.fields().stream().filter(each -> !each.equals(field)).toList());
            assertThat(problem("p"))
                    .startsWith("profile 'p' of " + home.resolve(".aliyun/config.json") + ": ")
                    .endsWith(
                            mode.signIn()
                                    ? "nobody is signed in; run aliyun configure --profile p --mode " + mode.label()
                                    : field + " is missing; mode " + mode.label() + " needs "
                                            + String.join(", ", mode.fields()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_KEY_PAIR", "BEARER_TOKEN", "ANONYMOUS"})
    void a_mode_that_is_not_supported_is_refused(CliMode mode) throws Exception {
        profile(mode, List.of("access_key_id", "access_key_secret"));
        assertThat(problem("p"))
                .endsWith("it has mode " + mode.label() + ", which is not supported; supported are AK, StsToken,"
                        + " RamRoleArn, EcsRamRole, RamRoleArnWithRoleName, ChainableRamRoleArn, OIDC, External,"
                        + " CredentialsURI, CloudSSO, OAuth");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RSA_KEY_PAIR", "BEARER"})
    void a_type_needs_all_of_its_fields(SectionType type) throws Exception {
        section(type, type.fields());
        assertThat(current("p").accessKeyId()).isIn("key", "STS.1", "STS.id");
        for (String field : type.fields()) {
            section(
                    type,
                    type.fields().stream().filter(each -> !each.equals(field)).toList());
            assertThat(problem("p"))
                    .isEqualTo("section [p] of " + home.resolve(".alibabacloud/credentials") + ": " + field
                            + " is missing; type " + type.label() + " needs "
                            + String.join(", ", type.fields()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_KEY_PAIR", "BEARER"})
    void a_type_that_is_not_supported_is_refused(SectionType type) throws Exception {
        section(type, List.of("access_key_id", "access_key_secret"));
        assertThat(problem("p")).contains("it has mode " + type.label() + ", which is not supported");
    }

    private void profile(CliMode mode, List<String> fields) throws IOException {
        config(
                "{\"name\":\"p\",\"mode\":\"" + mode.label() + "\"" + members(fields) + "}",
                "{\"name\":\"base\",\"mode\":\"AK\",\"access_key_id\":\"key\",\"access_key_secret\":\"s\"}");
    }

    private String members(List<String> fields) {
        return fields.stream()
                .map(field -> ",\"" + field + "\":\"" + values.get(field) + "\"")
                .collect(Collectors.joining());
    }

    private void section(SectionType type, List<String> fields) throws IOException {
        shared("[p]\ntype = " + type.label() + "\n"
                + fields.stream()
                        .map(field -> field + " = " + values.get(field) + "\n")
                        .collect(Collectors.joining()));
    }

    /** The requirements of the rows under that heading, by their first column. */
    private static Map<String, List<String>> table(String heading) throws IOException {
        return body(heading)
                .collect(Collectors.toMap(row -> codes(row.split("\\|")[1]).get(0), row -> codes(row.split("\\|")[2])));
    }

    private static Stream<String> body(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"));
    }

    private static List<String> rows() throws IOException {
        return Stream.of(body("| mode |"), body("| type |"), body("| case | result |"))
                .flatMap(rows -> rows)
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
