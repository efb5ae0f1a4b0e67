package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.ram.model.v20150501.GetRoleRequest;
import dev.shareimage.cloud.CallPool;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.http.Stub;
import dev.shareimage.cloud.aliyun.http.TransportException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Behavior of the SDK's client that the sandbox cannot produce. */
class ApiClientTest {

    private static final String SIGNED_ADDRESS =
            "http://127.0.0.1/?AccessKeyId=LTAItestid00001&SecurityToken=token&Signature=c2lnbmF0dXJl";

    private final FakeSleeper sleeper = new FakeSleeper();
    private final IAcsClient sdk = mock(IAcsClient.class);
    private final List<AcsRequest<?>> sent = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final ApiClient client = client(CallLimits.until(Instant.MAX));

    @Test
    void takes_the_cause_and_never_the_message_of_the_sdks_exceptions() throws Exception {
        answer(new ClientException(
                "SDK.ServerUnreachable",
                SIGNED_ADDRESS,
                new TransportException(
                        "ConnectionFailed",
                        "127.0.0.1 cannot be reached",
                        TransportException.Outcome.NOT_SENT,
                        new java.io.IOException(SIGNED_ADDRESS))));

        CloudException failure = catchThrowableOfType(CloudException.class, this::getRole);
        assertThat(failure.code()).isEqualTo("ConnectionFailed");
        assertThat(failure.getMessage()).doesNotContain("Signature", "token", "LTAItestid00001");
        assertThat(trace).noneMatch(line -> line.contains("Signature=") || line.contains("SecurityToken="));
    }

    @Test
    void hides_the_message_of_an_exception_that_it_does_not_know() throws Exception {
        answer(new ClientException("SDK.Other", SIGNED_ADDRESS));

        IllegalStateException defect = catchThrowableOfType(IllegalStateException.class, this::getRole);
        assertThat(defect).hasMessage("the SDK did not send GetRole").hasNoCause();
    }

    @Test
    void reports_a_failure_of_the_credentials_as_it_is() throws Exception {
        answer(new ClientException(new CloudException(Kind.NO_CREDENTIALS, "", "Expired", "the session has expired")));

        CloudException failure = catchThrowableOfType(CloudException.class, this::getRole);
        assertThat(failure.kind()).isEqualTo(Kind.NO_CREDENTIALS);
    }

    @Test
    void signs_a_fresh_copy_for_each_attempt() throws Exception {
        when(sdk.doAction(any(), any(Boolean.class), anyInt())).thenAnswer(call -> {
            sent.add(call.getArgument(0));
            return sent.size() == 1 ? answer(503, "{\"Code\":\"ServiceUnavailable\"}") : answer(200, "{\"Role\":{}}");
        });

        assertThat(getRole().object("Role")).isNotNull();
        assertThat(sent).hasSize(2).doesNotHaveDuplicates().allSatisfy(request -> {
            assertThat(request).isInstanceOf(AttemptRequest.class);
            assertThat(request.getSysQueryParameters()).containsEntry("RoleName", "role");
        });
    }

    @Test
    void takes_an_answer_without_a_body_for_no_answer_of_the_cloud() throws Exception {
        HttpResponse empty = new HttpResponse();
        empty.setStatus(200);
        when(sdk.doAction(any(), any(Boolean.class), anyInt())).thenReturn(empty);

        CloudException failure = catchThrowableOfType(CloudException.class, this::getRole);
        assertThat(failure.code()).isEqualTo("MalformedAnswer");
    }

    @Test
    void puts_every_parameter_into_the_form_and_none_into_the_address() throws Exception {
        GetRoleRequest request = new GetRoleRequest();
        request.setRoleName("名 +&=");
        AttemptRequest attempt = new AttemptRequest(
                request, URI.create("http://127.0.0.1:1/"), Instant.parse("2016-02-23T12:46:24.987Z"), Duration.ZERO);
        assertThat(attempt.form()).isEmpty();

        attempt.signRequest(
                com.aliyuncs.auth.Signer.getSigner(new com.aliyuncs.auth.BasicCredentials("testid", "testsecret")),
                new com.aliyuncs.auth.BasicCredentials("testid", "testsecret"),
                com.aliyuncs.http.FormatType.JSON,
                new com.aliyuncs.regions.ProductDomain("Ram", "127.0.0.1:1"));
        assertThat(new String(attempt.form(), StandardCharsets.US_ASCII).split("&"))
                .contains(
                        "Action=GetRole",
                        "RoleName=%E5%90%8D%20%2B%26%3D",
                        "AccessKeyId=testid",
                        "Timestamp=2016-02-23T12%3A46%3A24Z",
                        "Format=JSON");
        assertThat(attempt.endpoint()).hasToString("http://127.0.0.1:1/");
    }

    @Test
    void sends_no_more_requests_at_once_than_allowed_whichever_threads_send_them() throws Exception {
        AtomicInteger now = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        when(sdk.doAction(any(), any(Boolean.class), anyInt())).thenAnswer(call -> {
            seen.add(now.incrementAndGet());
            Thread.yield();
            now.decrementAndGet();
            return answer(200, "{\"Role\":{}}");
        });
        ApiClient limited = client(CallLimits.until(Instant.MAX).concurrency(2));

        try (CallPool pool = new CallPool(8)) {
            assertThat(pool.all(Collections.nCopies(100, () -> getRole(limited))))
                    .hasSize(100);
        }

        assertThat(seen).hasSize(100).allMatch(atOnce -> atOnce <= 2);
    }

    @Test
    void a_request_whose_turn_does_not_come_in_time_is_not_sent() throws Exception {
        ApiClient limited =
                client(CallLimits.until(FakeSleeper.START.plusMillis(5)).concurrency(1));
        when(sdk.doAction(any(), any(Boolean.class), anyInt())).thenAnswer(call -> {
            CloudException failure = catchThrowableOfType(CloudException.class, () -> getRole(limited));
            assertThat(failure.code()).isEqualTo("TimeBudgetExceeded");
            return answer(200, "{\"Role\":{}}");
        });

        assertThat(getRole(limited).object("Role")).isNotNull();
        assertThat(limited.count().made()).isEqualTo(1);
    }

    private ApiResponse getRole() throws CloudException {
        return getRole(client);
    }

    private ApiClient client(CallLimits limits) {
        return new ApiClient(
                Endpoints.of(List.of("http://127.0.0.1:1")),
                limits,
                source -> sdk,
                sleeper,
                new CallRecord(trace::add, call -> {}));
    }

    private static ApiResponse getRole(ApiClient client) throws CloudException {
        GetRoleRequest request = new GetRoleRequest();
        request.setRoleName("role");
        return client.call(Call.central(Product.RAM, request, "role"), Stub.KEY);
    }

    private void answer(ClientException failure) throws ClientException {
        when(sdk.doAction(any(), any(Boolean.class), anyInt())).thenThrow(failure);
    }

    private static HttpResponse answer(int status, String body) {
        HttpResponse answer = new HttpResponse();
        answer.setStatus(status);
        answer.setHttpContent(body.getBytes(StandardCharsets.UTF_8), "UTF-8", null);
        return answer;
    }
}
