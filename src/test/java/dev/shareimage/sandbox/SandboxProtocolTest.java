package dev.shareimage.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invalid requests, and the forms of answers. */
class SandboxProtocolTest {

    private static final String STS = "2015-04-01";

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.inMemory().start(0);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void the_caller_is_told_who_it_is() {
        RpcAnswer answer = owner().get(STS, "GetCallerIdentity");

        assertThat(answer.body().replaceAll("\"RequestId\":\"[0-9A-F-]{36}\"", "\"RequestId\":\"…\""))
                .isEqualTo("{\"RequestId\":\"…\",\"AccountId\":\"1000000000000001\","
                        + "\"Arn\":\"acs:ram::1000000000000001:root\",\"PrincipalId\":\"1000000000000001\","
                        + "\"IdentityType\":\"Account\",\"UserId\":\"1000000000000001\"}");
        assertThat(answer.headers().firstValue("x-acs-request-id")).contains(answer.text("/RequestId"));
        assertThat(answer.headers().firstValue("content-type")).contains("application/json;charset=utf-8");
    }

    @Test
    void xml_is_the_default_and_the_format_is_taken_in_any_case() {
        assertThat(owner().get(STS, "GetCallerIdentity", "Format", "xml").body())
                .matches("<\\?xml version='1.0' encoding='UTF-8'\\?><GetCallerIdentityResponse>"
                        + "<RequestId>[0-9A-F-]{36}</RequestId><AccountId>1000000000000001</AccountId>.*"
                        + "</GetCallerIdentityResponse>");
        assertThat(owner().get(STS, "GetCallerIdentity", "Format", "").body()).startsWith("<?xml");
        assertThat(owner().get(STS, "NoSuchCall", "Format", "Xml").body())
                .matches("<\\?xml version='1.0' encoding='UTF-8'\\?><Error><RequestId>[0-9A-F-]{36}</RequestId>"
                        + "<HostId>127.0.0.1:\\d+</HostId><Code>InvalidAction.NotFound</Code>"
                        + "<Message>Specified api is not found, please check your url and method.</Message>"
                        + "<Recommend>https://api.aliyun.com/troubleshoot\\?q=InvalidAction.NotFound&amp;product=Sts"
                        + "&amp;requestId=[0-9A-F-]{36}</Recommend></Error>");
    }

    @Test
    void lists_in_xml_repeat_their_element() {
        assertThat(owner().get("2015-05-01", "ListPolicies", "PolicyType", "System", "Format", "XML")
                        .body())
                .contains("<Policies><Policy><PolicyName>AdministratorAccess</PolicyName>")
                .contains("</Policy><Policy><PolicyName>Aliyun")
                .contains("<IsTruncated>false</IsTruncated>");
    }

    @Test
    void parameters_are_taken_from_query_and_form() {
        assertThat(owner().get(STS, "GetCallerIdentity").outcome()).isEqualTo("200");
        assertThat(owner().post(STS, "GetCallerIdentity").outcome()).isEqualTo("200");
    }

    @Test
    void an_empty_parameter_is_signed_too() {
        assertThat(owner().get(STS, "GetCallerIdentity", "SignatureType", "").outcome())
                .isEqualTo("200");
    }

    @Test
    void a_wrong_secret_gets_the_servers_string_to_sign() {
        RpcAnswer answer =
                new RpcClient(sandbox.uri(), "LTAI5tSandboxOwner000001", "wrong").get(STS, "GetCallerIdentity");

        assertThat(answer.outcome()).isEqualTo("400 SignatureDoesNotMatch");
        assertThat(answer.text("/Message"))
                .startsWith("Specified signature is not matched with our calculation. server string to sign is:"
                        + "GET&%2F&AccessKeyId%3DLTAI5tSandboxOwner000001%26Action%3DGetCallerIdentity");
    }

    @Test
    void each_fault_of_a_request_has_its_code() {
        assertThat(outcome("Action", "")).isEqualTo("400 MissingAction");
        assertThat(outcome("Version", "")).isEqualTo("400 MissingVersion");
        assertThat(outcome("Version", "1999-01-01")).isEqualTo("400 InvalidVersion");
        assertThat(outcome("Action", "NoSuchCall")).isEqualTo("404 InvalidAction.NotFound");
        assertThat(outcome("AccessKeyId", "")).isEqualTo("400 MissingAccessKeyId");
        assertThat(outcome("AccessKeyId", "LTAI5tNobody")).isEqualTo("404 InvalidAccessKeyId.NotFound");
        assertThat(outcome("SignatureMethod", "HMAC-MD5")).isEqualTo("400 IncompleteSignature");
        assertThat(outcome("SignatureNonce", "")).isEqualTo("400 MissingSignatureNonce");
        assertThat(outcome("Timestamp", "yesterday")).isEqualTo("400 InvalidTimeStamp.Format");
        assertThat(outcome("Timestamp", "2026-02-31T00:00:00Z")).isEqualTo("400 InvalidTimeStamp.Format");
        assertThat(outcome("SecurityToken", "made-up")).isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
        assertThat(outcome("RoleNmae", "x")).isEqualTo("400 InvalidParameter");
    }

    @Test
    void a_clock_may_be_off_by_a_quarter_of_an_hour() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(outcome("Timestamp", now.minusSeconds(14 * 60).toString())).isEqualTo("200");
        assertThat(outcome("Timestamp", now.plusSeconds(14 * 60).toString())).isEqualTo("200");
        assertThat(outcome("Timestamp", now.minusSeconds(16 * 60).toString()))
                .isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(outcome("Timestamp", now.plusSeconds(16 * 60).toString())).isEqualTo("400 InvalidTimeStamp.Expired");
    }

    @Test
    void a_nonce_is_good_for_one_call_of_its_key() {
        assertThat(outcome("SignatureNonce", "once")).isEqualTo("200");
        assertThat(outcome("SignatureNonce", "once")).isEqualTo("400 SignatureNonceUsed");
    }

    @Test
    void a_wrong_signature_does_not_use_up_the_nonce() {
        RpcClient stranger = new RpcClient(sandbox.uri(), "LTAI5tSandboxOwner000001", "wrong");
        assertThat(stranger.get(STS, "GetCallerIdentity", "SignatureNonce", "again")
                        .outcome())
                .isEqualTo("400 SignatureDoesNotMatch");
        assertThat(outcome("SignatureNonce", "again")).isEqualTo("200");
    }

    @Test
    void the_log_counts_every_request() {
        int before = sandbox.requests().size();
        owner().get(STS, "GetCallerIdentity");
        owner().get("2015-05-01", "GetRole", "RoleName", "none");

        assertThat(sandbox.requests().subList(before, before + 2))
                .extracting(entry -> Map.of(
                        entry.product() + " " + entry.action() + " " + entry.caller(),
                        entry.status() + " " + entry.code()))
                .containsExactly(
                        Map.of("Sts GetCallerIdentity acs:ram::1000000000000001:root", "200 "),
                        Map.of("Ram GetRole acs:ram::1000000000000001:root", "404 EntityNotExist.Role"));
    }

    private static String outcome(String parameter, String value) {
        return owner().get(STS, "GetCallerIdentity", parameter, value).outcome();
    }

    private static RpcClient owner() {
        return RpcClient.owner(sandbox.uri());
    }
}
