package dev.shareimage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAdviceTest {

    /** Errors whose English text is the cloud's own. */
    private static final List<ErrorCause> ANSWERED = List.of(
            ErrorCause.PERMISSION_MISSING,
            ErrorCause.IMAGE_ABSENT,
            ErrorCause.COPY_UNSUPPORTED,
            ErrorCause.TRUST_TOO_LONG,
            ErrorCause.QUOTA,
            ErrorCause.NO_DIRECTORY,
            ErrorCause.TARGET_UNKNOWN,
            ErrorCause.THROTTLED,
            ErrorCause.BUSY);

    private final ErrorAdvice advice = new ErrorAdvice(Messages.load("app", "en"));

    @ParameterizedTest
    @ValueSource(strings = {"", "_ja", "_zh"})
    void every_cause_has_its_sentence_and_its_repair_in_each_language(String language) throws IOException {
        Set<String> expected = Arrays.stream(ErrorCause.values())
                .flatMap(cause -> Stream.of(cause.key(), cause.key() + ".fix"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(List.of(
                "any.credentials.fix",
                "any.no-credentials.fix",
                "any.unusable-credentials.fix",
                "any.repeat.fix",
                "any.translated"));
        Properties sentences = sentences(language);
        ANSWERED.forEach(cause -> expected.add(cause.key() + ".translated"));

        assertThat(sentences.stringPropertyNames()).isEqualTo(expected);
        assertThat(sentences.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void each_code_has_one_cause() {
        List<String> codes = Arrays.stream(ErrorCause.values())
                .flatMap(cause -> cause.codes().stream())
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
        for (ErrorCause cause : ErrorCause.values()) {
            for (String code : cause.codes()) {
                assertThat(ErrorCause.of(code.replace("*", ".Any"))).as(code).contains(cause);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SignatureDoesNotMatch | the access key secret does not belong to the access key id",
                "InvalidAccessKeyId.NotFound | the cloud knows no such access key id: it is misspelled or deleted",
                "InvalidAccessKeyId.Inactive | the access key is disabled",
                "InvalidSecurityToken.Expired | the security token has expired",
                "InvalidSecurityToken.Malformed"
                        + " | the security token does not belong to the access key, or is missing or damaged",
                "IllegalTimestamp | the clock of this machine is wrong, and the cloud's time could not be used instead",
                "Forbidden.RiskControl | the cloud's risk control has blocked the account",
                "Account.Arrearage | the account is in arrears, or its balance is too low",
                "RealNameAuthenticationError | the account has not passed real-name verification",
                "Forbidden.KmsServiceNotEnabled | Key Management Service (KMS) is not opened for the account",
                "ImageName.ContainsSensitiveWords"
                        + " | the image's name or description has words that the cloud does not allow",
                "QuotaExceed.Image | a quota of the account is used up: Words of the cloud."
            })
    void says_what_a_code_means(String code, String cause) {
        CloudException failure = failure(Kind.REFUSED, code);

        assertThat(advice.cause(failure)).isEqualTo(cause);
        assertThat(advice.fix(failure)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forbidden.SomethingNew", "SomethingNew", "AccessDenied"})
    void quotes_the_cloud_for_a_code_that_is_not_in_the_table(String code) {
        CloudException failure = failure(Kind.REFUSED, code);

        assertThat(advice.cause(failure)).isEqualTo("Words of the cloud.");
        assertThat(advice.fix(failure)).isNull();
    }

    @Test
    void names_a_permission_only_where_one_is_missing() {
        CloudException missing = new CloudException(
                Kind.NOT_PERMITTED, "GetRole", "AccessDenied", "Words of the cloud.", "R-1", "ram:GetRole");

        assertThat(advice.cause(missing)).isEqualTo("permission ram:GetRole is missing: Words of the cloud.");
        assertThat(advice.fix(missing)).startsWith("ask your administrator to allow ram:GetRole;");
        assertThat(advice.cause(failure(Kind.REFUSED, "Forbidden.RiskControl"))).doesNotContain("permission");
    }

    @Test
    void other_languages_have_their_own_words_where_the_cause_is_known_and_quote_the_cloud_elsewhere() {
        ErrorAdvice chinese = new ErrorAdvice(Messages.load("app", "zh"));

        for (ErrorCause cause : ANSWERED) {
            Kind kind = cause == ErrorCause.PERMISSION_MISSING ? Kind.NOT_PERMITTED : Kind.REFUSED;
            CloudException failure = failure(kind, cause.codes().get(0).replace("*", ""));
            assertThat(chinese.cause(failure)).doesNotContain("Words");
            assertThat(chinese.words(failure)).doesNotContain("Words");
        }
        assertThat(chinese.cause(failure(Kind.REFUSED, "SomethingNew"))).isEqualTo("云端的应答：“Words of the cloud.”");
        assertThat(advice.words(failure(Kind.REFUSED, "Throttling"))).isEqualTo("Words of the cloud.");
    }

    private static CloudException failure(Kind kind, String code) {
        return new CloudException(kind, "GetRole", code, "Words of the cloud.", "R-1", null);
    }

    private static Properties sentences(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = ErrorAdviceTest.class.getResourceAsStream(
                "/dev/shareimage/messages/errors" + language + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
