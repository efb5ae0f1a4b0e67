package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CloudException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host of the call that starts a session. */
class TokenAddressTest {

    private static final CredentialFailures FAILURES = new CredentialFailures("en");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a=b, a=b, -",
                "sts_region=cn-hongkong, a=b, https://sts.cn-hongkong.aliyuncs.com/",
                "sts_region=cn-hongkong;enable_vpc=true, a=b, https://sts-vpc.cn-hongkong.aliyuncs.com/",
                "enable_vpc=true, a=b, -",
                "sts_region=cn-hongkong, ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=true,"
                        + " https://sts-vpc.cn-hongkong.aliyuncs.com/",
                "sts_region=cn-hongkong;enable_vpc=false, ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=true,"
                        + " https://sts.cn-hongkong.aliyuncs.com/",
                "a=b, ALIBABA_CLOUD_STS_REGION=cn-beijing, https://sts.cn-beijing.aliyuncs.com/",
                "sts_region=cn-hongkong, ALIBABA_CLOUD_STS_REGION=cn-beijing, https://sts.cn-hongkong.aliyuncs.com/",
                "sts_region=cn-hongkong;sts_endpoint=sts.example.com, a=b, https://sts.example.com/",
                "sts_endpoint=http://sts.example.com/, a=b, https://sts.example.com/",
                "sts_endpoint=https://sts.example.com:8443, a=b, https://sts.example.com:8443/",
                "sts_endpoint=http://127.0.0.1:8080, a=b, http://127.0.0.1:8080/",
                "a=b, ALIBABA_CLOUD_STS_ENDPOINT=sts.example.com, https://sts.example.com/"
            })
    void the_profile_goes_before_the_variables(String fields, String variables, @Nullable String address)
            throws CloudException {
        assertThat(new TokenAddress(new Variables(pairs(variables), FAILURES)).of(profile(fields)))
                .isEqualTo(address == null ? null : URI.create(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sts_region=../x | a=b | profile 'p' of f: sts_region has a value that cannot be used; expected one such as cn-hongkong",
                "sts_endpoint=sts.example.com/path | a=b | profile 'p' of f: sts_endpoint has a value that cannot be used; expected one such as sts.cn-hongkong.aliyuncs.com",
                "sts_endpoint=user:NotASecret@host | a=b | profile 'p' of f: sts_endpoint has a value that cannot be used; expected one such as sts.cn-hongkong.aliyuncs.com",
                "a=b | ALIBABA_CLOUD_STS_REGION=x y | ALIBABA_CLOUD_STS_REGION has a value that cannot be used; expected one such as cn-hongkong",
                "a=b | ALIBABA_CLOUD_STS_ENDPOINT=? | ALIBABA_CLOUD_STS_ENDPOINT has a value that cannot be used; expected one such as sts.cn-hongkong.aliyuncs.com",
                "sts_region=cn-hongkong;enable_vpc=yes | a=b | profile 'p' of f: enable_vpc has a value that cannot be used; expected one such as true"
            })
    void an_address_that_cannot_be_used_is_an_error(String fields, String variables, String problem) {
        CloudException failure = catchThrowableOfType(
                CloudException.class,
                () -> new TokenAddress(new Variables(pairs(variables), FAILURES)).of(profile(fields)));
        assertThat(failure).hasMessage(problem);
    }

    private static Profile profile(String fields) {
        return new Profile(Profile.Kind.PROFILE, "p", "f", pairs(fields), FAILURES);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(";")) {
            pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return pairs;
    }
}
