package dev.shareimage.cloud.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.CallListener.FinishedCall;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliyunCloudTest {

    private static final Map<String, String> KEY = Map.of(
            "ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tabcdefgh1234",
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "verysecret",
            "ALIBABA_CLOUD_SECURITY_TOKEN", "verytoken");

    @TempDir
    Path home;

    private final Stub stub = new Stub();
    private final List<String> trace = new ArrayList<>();
    private final List<FinishedCall> finished = new ArrayList<>();
    private final FakePauses pauses = new FakePauses();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void every_request_is_traced_and_every_call_recorded_without_a_secret() throws CloudException {
        stub.then(503, "{\"Code\":\"ServiceUnavailable\",\"RequestId\":\"R-1\"}")
                .then(200, "{\"RequestId\":\"R-2\",\"Images\":{\"Image\":[]}}");
        AliyunCloud cloud = cloud(KEY);
        cloud.images().find(new RegionId("cn-hongkong"), new ImageId("m-1"));
        assertThat(trace)
                .containsExactly(
                        "ecs DescribeImages attempt 1: HTTP 503 ServiceUnavailable, request R-1, 0 ms",
                        "ecs DescribeImages attempt 2: ok, request R-2, 0 ms");
        assertThat(finished)
                .containsExactly(new FinishedCall(
                        FakePauses.START.plusMillis(100), "ecs", "DescribeImages", "m-1", "R-2", "ok", 2));
        assertThat(cloud.calls()).isEqualTo(new CallCount(2, 1));
        assertThat(stub.values("SecurityToken")).containsExactly("verytoken", "verytoken");
    }

    @Test
    void a_failed_call_is_recorded_with_its_code() {
        stub.then(403, "{\"Code\":\"Forbidden.RAM\",\"RequestId\":\"R-1\",\"Message\":\"no\"}");
        assertThatThrownBy(() -> cloud(KEY).identity().caller()).hasMessage("no");
        assertThat(finished)
                .containsExactly(
                        new FinishedCall(FakePauses.START, "sts", "GetCallerIdentity", "", "R-1", "Forbidden.RAM", 1));
    }

    @Test
    void without_credentials_nothing_is_sent() {
        AliyunCloud cloud = cloud(Map.of("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"));
        CloudException failure = catchThrowableOfType(
                CloudException.class, () -> cloud.identity().caller());
        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(cloud.calls()).isEqualTo(new CallCount(0, 0));
        assertThat(stub.lines()).isEmpty();
    }

    @Test
    void tls_without_checks_is_refused() {
        assertThatThrownBy(() -> cloud(Map.of("ALIBABACLOUD_JAVA_CORE_INGNORE_SSL", "YES")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("unset it");
    }

    @Test
    void a_session_that_ends_midway_is_started_anew_once() throws Exception {
        Files.createDirectories(home.resolve(".aliyun"));
        Files.writeString(home.resolve(".aliyun/config.json"), """
                {"current":"r","profiles":[{"name":"r","mode":"RamRoleArn","access_key_id":"LTAI5tabcdefgh1234",\
                "access_key_secret":"verysecret","ram_role_arn":"acs:ram::1:role/r","region_id":"cn-shanghai"}]}""");
        stub.then(200, session("STS.first"))
                .then(400, "{\"Code\":\"InvalidSecurityToken.Expired\",\"Message\":\"over\"}")
                .then(200, session("STS.second"))
                .then(200, "{\"AccountId\":\"1000000000000001\"}");
        AliyunCloud cloud = cloud(Map.of());
        cloud.identity().caller();
        assertThat(stub.values("Action"))
                .containsExactly("AssumeRole", "GetCallerIdentity", "AssumeRole", "GetCallerIdentity");
        assertThat(stub.values("AccessKeyId"))
                .containsExactly("LTAI5tabcdefgh1234", "STS.first", "LTAI5tabcdefgh1234", "STS.second");
        assertThat(cloud.profileRegion()).contains(new RegionId("cn-shanghai"));
    }

    private static String session(String id) {
        return "{\"Credentials\":{\"AccessKeyId\":\"" + id + "\",\"AccessKeySecret\":\"s\",\"SecurityToken\":\"t\","
                + "\"Expiration\":\"2026-11-23T13:00:00Z\"}}";
    }

    private AliyunCloud cloud(Map<String, String> environment) {
        AliyunSettings settings = new AliyunSettings(
                environment,
                home,
                null,
                Endpoints.of(List.of(stub.uri().toString())),
                CallLimits.until(FakePauses.START.plusSeconds(60)),
                trace::add,
                finished::add,
                pauses,
                "share-image/test");
        return new AliyunCloud(settings, pauses);
    }
}
