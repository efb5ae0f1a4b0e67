package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes each request, as a line, and each completed call, as a value, to the listeners. */
public record CallRecord(Consumer<String> trace, CallListener listener) {

    void admit(Call call) throws CloudException {
        listener.admit(call.action());
    }

    void attempted(Call call, int number, String result, @Nullable String requestId, Duration took) {
        trace.accept(call.product().optionName() + " " + call.action() + " attempt " + number + ": " + result
                + (requestId == null ? "" : ", request " + requestId) + ", " + took.toMillis() + " ms");
    }

    void finished(Call call, Instant at, @Nullable String requestId, String result, int attempts) {
        listener.finished(new CallListener.FinishedCall(
                at, call.product().optionName(), call.action(), call.target(), requestId, result, attempts));
    }
}
