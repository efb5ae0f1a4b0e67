package dev.shareimage.cloud.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.http.Stub;
import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallListener.FinishedCall;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import dev.shareimage.cloud.aliyun.rpc.FakeSleeper;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    private final FakeSleeper sleeper = new FakeSleeper();

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
                        FakeSleeper.START.plusMillis(100), "ecs", "DescribeImages", "m-1", "R-2", "ok", 2));
        assertThat(cloud.calls()).isEqualTo(new CallCount(2, 1));
        assertThat(stub.values("SecurityToken")).containsExactly("verytoken", "verytoken");
    }

    @Test
    void a_failed_call_is_recorded_with_its_code() {
        stub.then(403, "{\"Code\":\"Forbidden.RAM\",\"RequestId\":\"R-1\",\"Message\":\"no\"}");
        assertThatThrownBy(() -> cloud(KEY).identity().caller()).hasMessage("no");
        assertThat(finished)
                .containsExactly(
                        new FinishedCall(FakeSleeper.START, "sts", "GetCallerIdentity", "", "R-1", "Forbidden.RAM", 1));
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
    void a_session_that_expires_during_the_run_is_renewed_once() throws Exception {
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

    @ParameterizedTest
    @ValueSource(longs = {-120, -14, 14, 120})
    void a_role_is_assumed_once_whatever_this_machines_clock_says(long minutesAhead) throws Exception {
        profile("\"mode\":\"RamRoleArn\",\"access_key_id\":\"LTAI5tabcdefgh1234\",\"access_key_secret\":\"verysecret\","
                + "\"ram_role_arn\":\"acs:ram::1:role/r\",\"expired_seconds\":900");
        stub.then((exchange, form) -> byTheClock(form).send(exchange, form));
        AliyunCloud cloud = cloud(Map.of(), Duration.ofMinutes(minutesAhead));
        for (int number = 0; number < 5; number++) {
            cloud.identity().caller();
        }
        assertThat(stub.values("Action").stream().filter("AssumeRole"::equals).count())
                .isEqualTo(Math.abs(minutesAhead) > 15 ? 2 : 1);
        assertThat(stub.values("Action").stream()
                        .filter("GetCallerIdentity"::equals)
                        .count())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {-120, -14, 14, 120})
    void an_address_is_asked_once_whatever_this_machines_clock_says(long minutesAhead) throws Exception {
        stub.then((exchange, form) -> byTheClock(form).send(exchange, form));
        AliyunCloud cloud = cloud(
                Map.of("ALIBABA_CLOUD_CREDENTIALS_URI", stub.uri() + "credentials"), Duration.ofMinutes(minutesAhead));
        for (int number = 0; number < 5; number++) {
            cloud.identity().caller();
        }
        assertThat(stub.lines().stream().filter("GET /credentials"::equals).count())
                .isEqualTo(1);
    }

    @Test
    void a_sign_in_expires_by_the_clouds_clock() throws Exception {
        signIn(Instant.now().plusSeconds(900));
        stub.then((exchange, form) -> byTheClock(form).send(exchange, form));
        assertThat(cloud(Map.of(), Duration.ofHours(2)).identity().caller().arn())
                .isEqualTo("acs:ram::1000000000000001:user/alice");
    }

    @Test
    void a_sign_in_that_is_over_signs_nothing() throws Exception {
        signIn(Instant.now().minusSeconds(60));
        stub.then((exchange, form) -> byTheClock(form).send(exchange, form));
        assertThatThrownBy(() -> cloud(Map.of(), Duration.ZERO).identity().caller())
                .hasMessageEndingWith("the session of the sign-in is over; sign in again:"
                        + " aliyun configure --profile p --mode CloudSSO");
        assertThat(stub.forms()).containsExactly(Map.of());
    }

    @Test
    void the_host_that_the_profile_names_is_asked_for_the_session() throws Exception {
        try (Stub tokens = new Stub()) {
            tokens.then(200, session("STS.first"));
            profile("\"mode\":\"RamRoleArn\",\"access_key_id\":\"LTAI5tabcdefgh1234\","
                    + "\"access_key_secret\":\"verysecret\",\"ram_role_arn\":\"acs:ram::1:role/r\","
                    + "\"sts_endpoint\":\"" + tokens.uri() + "\"");
            AliyunCloud cloud = cloud(Map.of(), Endpoints.of(List.of("ecs=" + stub.uri())));
            stub.then(200, "{\"Images\":{\"Image\":[]}}");
            cloud.images().find(new RegionId("cn-hongkong"), new ImageId("m-1"));
            assertThat(tokens.values("Action")).containsExactly("AssumeRole");
            assertThat(stub.values("AccessKeyId")).containsExactly("STS.first");
        }
    }

    private void signIn(Instant end) throws IOException {
        profile("\"mode\":\"CloudSSO\",\"access_key_id\":\"STS.signedin\",\"access_key_secret\":\"verysecret\","
                + "\"sts_token\":\"verytoken\",\"sts_expiration\":" + end.getEpochSecond());
    }

    private void profile(String members) throws IOException {
        Files.createDirectories(home.resolve(".aliyun"));
        Files.writeString(
                home.resolve(".aliyun/config.json"),
                "{\"current\":\"p\",\"profiles\":[{\"name\":\"p\"," + members + "}]}");
    }

    /** Uses the true time, as the cloud and a sidecar do. The stub tells it. A session lasts a quarter of an hour. */
    private static Stub.Reply byTheClock(Map<String, String> form) {
        Instant now = Instant.now();
        String end = now.plusSeconds(900).toString();
        String timestamp = form.get("Timestamp");
        if (timestamp == null) {
            return Stub.json(
                    200,
                    "{\"Code\":\"Success\",\"AccessKeyId\":\"STS.address\",\"AccessKeySecret\":\"s\","
                            + "\"SecurityToken\":\"t\",\"Expiration\":\"" + end + "\"}");
        }
        if (Duration.between(now, Instant.parse(timestamp)).abs().compareTo(Duration.ofMinutes(15)) > 0) {
            return Stub.json(400, "{\"Code\":\"InvalidTimeStamp.Expired\",\"Message\":\"clock\"}");
        }
        return Stub.json(
                200,
                form.get("Action").equals("AssumeRole")
                        ? session("STS.role").replace("2026-11-23T13:00:00Z", end)
                        : "{\"AccountId\":\"1000000000000001\",\"Arn\":\"acs:ram::1000000000000001:user/alice\"}");
    }

    private static String session(String id) {
        return "{\"Credentials\":{\"AccessKeyId\":\"" + id + "\",\"AccessKeySecret\":\"s\",\"SecurityToken\":\"t\","
                + "\"Expiration\":\"2026-11-23T13:00:00Z\"}}";
    }

    private AliyunCloud cloud(Map<String, String> environment) {
        return cloud(environment, Endpoints.of(List.of(stub.uri().toString())));
    }

    /** A cloud on a machine whose clock is ahead by this time. */
    private AliyunCloud cloud(Map<String, String> environment, Duration ahead) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        AliyunSettings settings = new AliyunSettings(
                environment,
                home,
                null,
                Endpoints.of(List.of(stub.uri().toString())),
                CallLimits.until(clock.instant().plusSeconds(60)),
                trace::add,
                finished::add,
                clock,
                "share-image/test");
        return new AliyunCloud(settings, new CallPool(4));
    }

    private AliyunCloud cloud(Map<String, String> environment, Endpoints endpoints) {
        AliyunSettings settings = new AliyunSettings(
                environment,
                home,
                null,
                endpoints,
                CallLimits.until(FakeSleeper.START.plusSeconds(60)),
                trace::add,
                finished::add,
                sleeper,
                "share-image/test");
        return new AliyunCloud(settings, new CallPool(4), sleeper);
    }
}
