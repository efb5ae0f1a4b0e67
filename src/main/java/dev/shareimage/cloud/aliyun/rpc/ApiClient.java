package dev.shareimage.cloud.aliyun.rpc;

import com.aliyuncs.IAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.credentials.Credentials;
import dev.shareimage.cloud.aliyun.credentials.CredentialsSource;
import dev.shareimage.cloud.aliyun.http.HttpRequest;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.cloud.aliyun.http.TransportException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls. The SDK's client signs and sends, this class reads the answer, and {@link Retries} decides whether to
 * send again.
 *
 * <p>The SDK does not parse the answers, because its classes lack fields. The messages of its exceptions are never used,
 * because they contain the signed address.
 */
public final class ApiClient {

    private final Endpoints endpoints;
    private final CallLimits limits;
    private final Clients clients;
    private final Sleeper sleeper;
    private final Retries retries;
    private final CallRecord record;
    private final Semaphore turns;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private volatile Duration clockCorrection = Duration.ZERO;

    /** Chooses the SDK's client for the credentials; null for the few calls that take none. */
    @FunctionalInterface
    public interface Clients {
        IAcsClient of(@Nullable CredentialsSource source);
    }

    public ApiClient(Endpoints endpoints, CallLimits limits, Clients clients, Sleeper sleeper, CallRecord record) {
        this.endpoints = endpoints;
        this.limits = limits;
        this.clients = clients;
        this.sleeper = sleeper;
        this.retries = new Retries(limits, sleeper);
        this.record = record;
        this.turns = new Semaphore(limits.concurrency());
    }

    /**
     * Makes the call.
     *
     * @param credentials the credentials, or null for the few calls that take none
     */
    public ApiResponse call(Call call, @Nullable CredentialsSource credentials) throws CloudException {
        Sending sending = new Sending(call, credentials);
        try {
            ApiResponse answer = retries.run(call, sending);
            record.finished(call, sleeper.instant(), answer.requestId(), "ok", sending.attempts);
            return answer;
        } catch (CloudException e) {
            record.finished(call, sleeper.instant(), e.requestId().orElse(null), e.code(), sending.attempts);
            throw e;
        }
    }

    public CallCount count() {
        return new CallCount(made.get(), retried.get());
    }

    /** The cloud's time, as far as its answers have told it. */
    public Instant cloudTime() {
        return sleeper.instant().plus(clockCorrection);
    }

    /** Adopts the time of an answer. Returns false if the answer has none. */
    public boolean adopt(@Nullable Instant serverTime) {
        if (serverTime == null) {
            return false;
        }
        clockCorrection = Duration.between(sleeper.instant(), serverTime);
        return true;
    }

    /** One call in progress. */
    private final class Sending implements Retries.Attempt {

        private final Call call;
        private final @Nullable CredentialsSource source;
        private @Nullable Credentials used;
        private int attempts;

        Sending(Call call, @Nullable CredentialsSource source) {
            this.call = call;
            this.source = source;
        }

        @Override
        public ApiResponse send(int number, Duration remaining) throws AttemptException, CloudException {
            record.admit(call);
            used = source == null ? null : source.current();
            Instant deadline = sleeper.instant().plus(remaining);
            awaitTurn(call, remaining);
            try {
                return sendNow(number, Duration.between(sleeper.instant(), deadline));
            } finally {
                turns.release();
            }
        }

        private ApiResponse sendNow(int number, Duration remaining) throws AttemptException, CloudException {
            AttemptRequest request = request(remaining);
            attempts = number;
            made.incrementAndGet();
            if (number > 1) {
                retried.incrementAndGet();
            }
            Instant start = sleeper.instant();
            try {
                ApiResponse answer = read(call, transmit(request), Secrets.in(request.form()));
                record.attempted(call, number, "ok", answer.requestId(), Duration.between(start, sleeper.instant()));
                return answer;
            } catch (AttemptException e) {
                String result = (e.status() == 0 ? "" : "HTTP " + e.status() + " ")
                        + e.failure().code();
                record.attempted(
                        call,
                        number,
                        result,
                        e.failure().requestId().orElse(null),
                        Duration.between(start, sleeper.instant()));
                throw e;
            }
        }

        private AttemptRequest request(Duration remaining) {
            Duration timeout = shorter(limits.connectTimeout().plus(limits.readTimeout()), remaining);
            AttemptRequest request = new AttemptRequest(call.request(), endpoints.of(call), cloudTime(), timeout);
            request.setSysConnectTimeout(HttpRequest.milliseconds(shorter(limits.connectTimeout(), remaining)));
            request.setSysReadTimeout(HttpRequest.milliseconds(shorter(limits.readTimeout(), remaining)));
            return request;
        }

        private HttpResponse transmit(AttemptRequest request) throws AttemptException, CloudException {
            try {
                return response(clients.of(source).doAction(request, false, 0));
            } catch (ClientException e) {
                if (e.getCause() instanceof CloudException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof TransportException failure) {
                    throw AttemptException.withoutAnswer(call, failure);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new CloudException(Kind.INTERRUPTED, call.action(), "Interrupted", "the run was interrupted");
                }
                throw new IllegalStateException("the SDK did not send " + call.action(), e.getCause());
            }
        }

        @Override
        public boolean repair(AttemptException failure) throws CloudException {
            if (failure.failureKind() == FailureKind.EXPIRED_TOKEN) {
                return source != null && used != null && source.renew(used);
            }
            return adopt(failure.serverTime());
        }
    }

    /** Waits until fewer requests than the maximum are in progress on all threads. */
    private void awaitTurn(Call call, Duration remaining) throws CloudException {
        try {
            if (!turns.tryAcquire(TimeUnit.MILLISECONDS.convert(remaining), TimeUnit.MILLISECONDS)) {
                throw Retries.outOfTime(call, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, call.action(), "Interrupted", "the run was interrupted");
        }
    }

    private static HttpResponse response(com.aliyuncs.http.HttpResponse answer) {
        Map<String, String> headers = new HashMap<>();
        answer.getSysHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        byte @Nullable [] body = answer.getHttpContent();
        return new HttpResponse(answer.getStatus(), headers, body == null ? new byte[0] : body);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static ApiResponse read(Call call, HttpResponse response, Secrets secrets) throws AttemptException {
        if (!response.successful()) {
            throw AttemptException.of(call, response, secrets);
        }
        try {
            JsonNode root = Json.parse(response.text());
            if (ErrorResponse.isOne(root)) {
                throw AttemptException.of(call, response, secrets);
            }
            if (root.isObject()) {
                return new ApiResponse(call.action(), ErrorResponse.requestId(response, root, secrets), "", root);
            }
        } catch (JsonException e) {
            // An invalid answer that does not come from the cloud. Its details do not help anybody.
        }
        throw AttemptException.malformed(call, response);
    }

    /** The time in an answer; null if it has none. */
    public static @Nullable Instant serverTime(HttpResponse response) {
        try {
            return response.header("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
