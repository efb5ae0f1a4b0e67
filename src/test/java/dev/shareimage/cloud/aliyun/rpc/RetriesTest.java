package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeRegionsRequest;
import com.aliyuncs.ram.model.v20150501.GetRoleRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.http.BoundedTransport;
import dev.shareimage.cloud.aliyun.http.Stub;
import dev.shareimage.cloud.aliyun.http.Transport;
import dev.shareimage.cloud.aliyun.http.TransportException;
import dev.shareimage.domain.RegionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

    private static final String OK = "{\"RequestId\":\"R-OK\"}";

    private final Stub stub = new Stub();
    private final FakeSleeper sleeper = new FakeSleeper();
    private CallLimits limits = CallLimits.until(FakeSleeper.START.plusSeconds(120));

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling",
        "400, Throttling.User",
        "403, Rejected.Throttling",
        "429, Whatever",
        "503, Throttling.Api",
        "500, InternalError",
        "503, ServiceUnavailable",
        "400, ServiceUnavailable",
        "409, OperationConflict",
        "408, RequestTimeout",
        "502, BadGateway",
        "400, SignatureNonceUsed"
    })
    void temporary_faults_are_tried_again(int status, String code) throws CloudException {
        stub.then(status, error(code)).then(200, OK);
        assertThat(make(RetryPolicy.FREELY).requestId()).isEqualTo("R-OK");
        assertThat(stub.forms()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden.RAM", "403, NoPermission", "404, InvalidImageId.NotFound", "400, MissingParameter",
        "403, AssumeRoleError", "403, QuotaExceed.ShareImageUser", "400, SignatureDoesNotMatch",
                "409, AssociateConflict"
    })
    void permanent_faults_are_not_tried_again(int status, String code) {
        stub.then(status, error(code)).then(200, OK);
        assertThat(failure(RetryPolicy.FREELY).code()).isEqualTo(code);
        assertThat(stub.forms()).hasSize(1);
        assertThat(sleeper.slept()).isEmpty();
    }

    @Test
    void faults_of_the_configuration_are_not_tried_again() {
        AtomicInteger sent = new AtomicInteger();
        Transport barred = request -> {
            sent.incrementAndGet();
            throw new TransportException("TlsUntrusted", "no", TransportException.Outcome.BARRED, new IOException());
        };
        ApiClient client = new ApiClient(
                Endpoints.vendor(),
                limits,
                new AcsClients(new BoundedTransport(barred))::of,
                sleeper,
                new CallRecord(line -> {}, call -> {}));
        Call call = Call.central(Product.RAM, new GetRoleRequest(), "");

        CloudException failure = catchThrowableOfType(CloudException.class, () -> client.call(call, Stub.KEY));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.code()).isEqualTo("TlsUntrusted");
        assertThat(sent).hasValue(1);
        assertThat(sleeper.slept()).isEmpty();
    }

    @Test
    void an_error_is_one_whatever_the_status_says() throws CloudException {
        stub.then(200, error("Throttling.User")).then(200, error("NoPermission"));
        assertThat(failure(RetryPolicy.FREELY).kind()).isEqualTo(Kind.NOT_PERMITTED);
        assertThat(stub.forms()).hasSize(2);
    }

    @Test
    void a_code_that_means_success_is_no_error() throws CloudException {
        stub.then(200, "{\"RequestId\":\"R-1\",\"Code\":\"200\",\"Message\":\"OK\"}");
        assertThat(make(RetryPolicy.FREELY).requestId()).isEqualTo("R-1");
    }

    @Test
    void every_attempt_has_its_own_signature() throws CloudException {
        stub.then(503, error("ServiceUnavailable")).then(200, OK);
        make(RetryPolicy.FREELY);
        assertThat(stub.values("SignatureNonce")).doesNotHaveDuplicates();
        assertThat(stub.values("Signature")).doesNotHaveDuplicates().doesNotContain("-");
    }

    @Test
    void waits_double_up_to_a_bound_with_full_jitter() {
        limits = limits.attempts(8);
        stub.then(503, error("ServiceUnavailable"));
        failure(RetryPolicy.FREELY);
        assertThat(sleeper.slept())
                .extracting(Duration::toMillis)
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 4000L);
    }

    @Test
    void the_cloud_says_in_milliseconds_how_long_to_wait() throws CloudException {
        stub.then(503, error("ServiceUnavailable"), "X-Acs-Retry-After", "1234").then(200, OK);
        make(RetryPolicy.FREELY);
        assertThat(sleeper.slept()).containsExactly(Duration.ofMillis(1234));
    }

    @Test
    void no_wait_goes_past_the_deadline() {
        stub.then(503, error("ServiceUnavailable"), "x-acs-retry-after", "120001")
                .then(200, OK);
        CloudException failure = failure(RetryPolicy.FREELY);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("ServiceUnavailable");
        assertThat(failure)
                .hasMessage("the time limit (--timeout) ended before DescribeRegions succeeded;"
                        + " the last time: ServiceUnavailable happened");
        assertThat(sleeper.slept()).isEmpty();
    }

    @Test
    void nothing_is_sent_after_the_deadline() {
        sleeper.pass(Duration.ofMinutes(2));
        CloudException failure = failure(RetryPolicy.FREELY);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("TimeBudgetExceeded");
        assertThat(stub.forms()).isEmpty();
    }

    @Test
    void an_attempt_that_the_deadline_cuts_off_does_not_blame_the_network() {
        Transport slow = request -> {
            sleeper.pass(Duration.ofMinutes(2));
            throw new TransportException(
                    "Timeout", "127.0.0.1 did not answer in time", TransportException.Outcome.SENT, new IOException());
        };
        ApiClient client = new ApiClient(
                Endpoints.vendor(),
                limits,
                new AcsClients(new BoundedTransport(slow))::of,
                sleeper,
                new CallRecord(line -> {}, call -> {}));

        CloudException failure = catchThrowableOfType(
                CloudException.class, () -> client.call(Call.central(Product.RAM, new GetRoleRequest(), ""), Stub.KEY));

        assertThat(failure.code()).isEqualTo("TimeBudgetExceeded");
        assertThat(failure).hasMessage("the time limit (--timeout) ended before GetRole succeeded");
    }

    @Test
    void attempts_are_bounded_and_the_message_says_what_outlasted_them() {
        stub.then(400, error("Throttling.User"));
        CloudException failure = failure(RetryPolicy.FREELY);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("Throttling.User");
        assertThat(failure.requestId()).contains("R-1");
        assertThat(failure)
                .hasMessage("all 13 attempts at DescribeRegions failed; the last time: Throttling.User happened");
        assertThat(failure.isRepeated()).isTrue();
        assertThat(stub.forms()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling.User", "ServiceUnavailable"})
    void a_number_of_attempts_holds_for_every_reason(String code) {
        limits = limits.attempts(2);
        stub.then(503, error(code));
        assertThat(failure(RetryPolicy.FREELY)).hasMessageStartingWith("all 2 attempts at DescribeRegions failed");
        assertThat(stub.forms()).hasSize(2);
    }

    @Test
    void a_broken_connection_is_tried_again() throws CloudException {
        stub.then(Stub.reset()).then(200, OK);
        assertThat(make(RetryPolicy.FREELY).requestId()).isEqualTo("R-OK");
    }

    @Test
    void a_proxys_page_in_place_of_an_answer_is_tried_again_and_then_taken_for_a_broken_network() {
        stub.then(200, "<html>Sign in to the network</html>");
        CloudException failure = failure(RetryPolicy.FREELY);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage(
                        "all 6 attempts at DescribeRegions failed; the last time: the answer to DescribeRegions is not"
                                + " JSON; a proxy may have answered in the cloud's place");
        assertThat(stub.forms()).hasSize(6);
    }

    @Test
    void a_call_that_may_have_been_executed_is_not_repeated() {
        stub.then(Stub.reset()).then(200, OK);
        CloudException failure = failure(RetryPolicy.IF_NOT_DONE);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.isRepeated()).isFalse();
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void a_call_that_was_certainly_not_executed_is_tried_again() throws CloudException {
        stub.then(429, error("Throttling"))
                .then(409, error("OperationConflict"))
                .then(200, OK);
        make(RetryPolicy.IF_NOT_DONE);
        assertThat(stub.forms()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "InternalError", "OperationConflict"})
    void a_request_that_becomes_outdated_is_sent_once(String code) {
        stub.then(500, error(code)).then(200, OK);
        CloudException failure = failure(RetryPolicy.NEVER);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void a_call_that_is_sent_once_needs_no_connection_to_fail_as_unavailable() {
        stub.close();
        CloudException failure = failure(RetryPolicy.NEVER);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("ConnectionFailed");
    }

    @Test
    void a_refused_connection_is_tried_again_even_for_a_call_that_is_sent_once() {
        stub.close();
        CloudException failure = failure(RetryPolicy.IF_NOT_DONE);
        assertThat(failure)
                .hasMessage(
                        "all 6 attempts at DescribeRegions failed;" + " the last time: 127.0.0.1 cannot be reached");
        assertThat(sleeper.slept()).hasSize(5);
    }

    @Test
    void an_interrupted_wait_ends_the_call() {
        stub.then(503, error("ServiceUnavailable"));
        Thread.currentThread().interrupt();
        CloudException failure = failure(RetryPolicy.FREELY);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
    }

    @Test
    void a_wrong_clock_is_set_by_the_clouds_and_the_call_repeated_at_once() throws CloudException {
        // The stub also writes the true time into its answers.
        stub.then(400, error("InvalidTimeStamp.Expired")).then(200, OK);
        make(RetryPolicy.IF_NOT_DONE);
        List<String> times = stub.values("Timestamp");
        assertThat(times).hasSize(2).startsWith("2026-11-23T12:00:00Z");
        assertThat(Instant.parse(times.get(1))).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(sleeper.slept()).isEmpty();
    }

    @Test
    void a_clock_that_stays_wrong_is_no_reason_to_go_on() {
        stub.then(400, error("InvalidTimeStamp.Expired"));
        assertThat(failure(RetryPolicy.FREELY).kind()).isEqualTo(Kind.NO_CREDENTIALS);
        assertThat(stub.forms()).hasSize(2);
    }

    private ApiResponse make(RetryPolicy retryPolicy) throws CloudException {
        AcsRequest<?> request = new DescribeRegionsRequest();
        return stub.calls(sleeper, limits)
                .make(Call.ecs(new RegionId("cn-hongkong"), request, "").retry(retryPolicy));
    }

    private CloudException failure(RetryPolicy retryPolicy) {
        return catchThrowableOfType(CloudException.class, () -> make(retryPolicy));
    }

    private static String error(String code) {
        return "{\"RequestId\":\"R-1\",\"Code\":\"" + code + "\",\"Message\":\"" + code + " happened\"}";
    }
}
