package dev.shareimage.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.sandbox.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test vectors of the vendor's documentation. */
class SignatureTest {

    private static final String EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final List<String> SIGNED_HEADERS = List.of(
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");

    @Test
    void version_1_gives_the_documented_signature() {
        Map<String, String> parameters = Form.decode("Timestamp=2016-02-23T12%3A46%3A24Z&Format=XML"
                + "&AccessKeyId=testid&Action=DescribeRegions&SignatureMethod=HMAC-SHA1"
                + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Version=2014-05-26&SignatureVersion=1.0");

        String stringToSign = SignatureVersion1.stringToSign("GET", parameters);

        assertThat(stringToSign)
                .isEqualTo(
                        "GET&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeRegions%26Format%3DXML"
                                + "%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"
                                + "%26SignatureVersion%3D1.0%26Timestamp%3D2016-02-23T12%253A46%253A24Z%26Version%3D2014-05-26");
        assertThat(SignatureVersion1.sign("testsecret", stringToSign)).isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
    }

    @Test
    void version_1_signs_empty_values_and_reads_plus_as_space() {
        assertThat(SignatureVersion1.stringToSign("POST", Form.decode("b=x+y&SignatureType=&a=*~%2B&Signature=s")))
                .isEqualTo("POST&%2F&SignatureType%3D%26a%3D%252A~%252B%26b%3Dx%2520y");
    }

    @Test
    void version_3_gives_the_documented_signature() {
        String canonicalRequest = SignatureVersion3.canonicalRequest(runInstances(Map.of()), SIGNED_HEADERS);

        assertThat(canonicalRequest).isEqualTo("""
                        POST
                        /
                        ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai
                        host:ecs.cn-shanghai.aliyuncs.com
                        x-acs-action:RunInstances
                        x-acs-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                        x-acs-date:2023-10-26T10:22:32Z
                        x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d
                        x-acs-version:2014-05-26

                        host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""");
        assertThat(Digests.sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259");
        String stringToSign = "ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259";
        assertThat(SignatureVersion3.sign("YourAccessKeySecret", stringToSign))
                .isEqualTo("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void version_3_takes_the_parts_of_its_header_in_any_order() throws ApiError {
        String signature = "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0";
        HttpRequest request = runInstances(Map.of(
                "authorization",
                "ACS3-HMAC-SHA256 Signature=" + signature + ", SignedHeaders=" + String.join(";", SIGNED_HEADERS)
                        + ",Credential=YourAccessKeyId"));

        RequestSignature proof = new SignatureVersion3().read(request, Map.of());

        assertThat(proof.accessKeyId()).isEqualTo("YourAccessKeyId");
        assertThat(proof.nonce()).isEqualTo("3156853299f313e23d1673dc12e1703d");
        assertThat(proof.isSignedWith("YourAccessKeySecret")).isTrue();
        assertThat(proof.isSignedWith("AnotherSecret")).isFalse();
    }

    @Test
    void version_3_refuses_a_header_that_decides_and_is_not_signed() {
        HttpRequest request = runInstances(Map.of(
                "authorization",
                "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-date,Signature=00"));

        ApiError error = catchThrowableOfType(ApiError.class, () -> new SignatureVersion3().read(request, Map.of()));

        assertThat(error.code()).isEqualTo("IncompleteSignature");
    }

    private static HttpRequest runInstances(Map<String, String> moreHeaders) {
        Map<String, String> headers = new LinkedHashMap<>(moreHeaders);
        headers.put("host", "ecs.cn-shanghai.aliyuncs.com");
        headers.put("x-acs-action", "RunInstances");
        headers.put("x-acs-version", "2014-05-26");
        headers.put("x-acs-date", "2023-10-26T10:22:32Z");
        headers.put("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d");
        headers.put("x-acs-content-sha256", EMPTY_BODY);
        return new HttpRequest(
                "POST",
                "/",
                "RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                "ecs.cn-shanghai.aliyuncs.com",
                false,
                headers,
                new byte[0]);
    }
}
