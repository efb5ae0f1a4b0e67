package dev.shareimage.cloud.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.sts.model.v20150401.AssumeRoleRequest;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignedFormTest {

    private static final Instant TIME = Instant.parse("2016-02-23T12:46:24.987Z");

    /** The vendor's documentation has this example. */
    @Test
    void the_documented_signature_comes_out() {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "Action", "DescribeRegions",
                "Version", "2014-05-26",
                "Format", "XML",
                "AccessKeyId", "testid",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                "Timestamp", "2016-02-23T12:46:24Z"));
        assertThat(SignedForm.signature("GET", parameters, "testsecret")).isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
    }

    @Test
    void the_form_holds_every_parameter_and_the_signature() {
        Credentials session = new Credentials("STS.id", "secret", "token/+=", null);
        String form = new String(SignedForm.of(request(), session, TIME, "nonce"), StandardCharsets.US_ASCII);
        assertThat(form)
                .isEqualTo("AccessKeyId=STS.id&Action=AssumeRole&Format=JSON&RoleArn=acs%3Aram%3A%3A1%3Arole%2Fa%2A~b"
                        + "&RoleSessionName=%E9%87%91%20%2B&SecurityToken=token%2F%2B%3D&Signature=" + signature(form)
                        + "&SignatureMethod=HMAC-SHA1&SignatureNonce=nonce&SignatureVersion=1.0"
                        + "&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2015-04-01");
        assertThat(signature(form)).matches("[A-Za-z0-9%]{28,}");
    }

    @Test
    void without_credentials_nothing_is_signed() {
        assertThat(new String(SignedForm.of(request(), null, TIME, "nonce"), StandardCharsets.US_ASCII))
                .isEqualTo("Action=AssumeRole&Format=JSON&RoleArn=acs%3Aram%3A%3A1%3Arole%2Fa%2A~b"
                        + "&RoleSessionName=%E9%87%91%20%2B&SignatureNonce=nonce"
                        + "&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2015-04-01");
    }

    private static AssumeRoleRequest request() {
        AssumeRoleRequest request = new AssumeRoleRequest();
        request.setRoleArn("acs:ram::1:role/a*~b");
        request.setRoleSessionName("金 +");
        return request;
    }

    private static String signature(String form) {
        return form.replaceFirst(".*&Signature=([^&]*).*", "$1");
    }
}
