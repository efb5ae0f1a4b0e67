package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.InjectedFault;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Throttles calls with all known errors of the cloud in turn. */
final class Throttle implements Effect {

    private static final List<String> CODES =
            List.of("Throttling.User", "Throttling", "Throttling.Api", "Rejected.Throttling");
    private static final List<Integer> STATUSES = List.of(400, 429, 403, 503);

    private final OptionalLong retryAfterMillis;
    private final AtomicInteger count = new AtomicInteger();

    Throttle(OptionalLong retryAfterMillis) {
        this.retryAfterMillis = retryAfterMillis;
    }

    @Override
    public InjectedFault on(Attempt attempt) {
        int number = Math.floorMod(count.getAndIncrement(), CODES.size() * STATUSES.size());
        String code = CODES.get(number % CODES.size());
        int status = STATUSES.get(number / CODES.size());
        return InjectedFault.instead(new InjectedFault.Instead.Refused(error(status, code), retryAfterMillis));
    }

    static ApiError error(int status, String code) {
        return new ApiError(status, code, "Request was denied due to request throttling.");
    }
}
