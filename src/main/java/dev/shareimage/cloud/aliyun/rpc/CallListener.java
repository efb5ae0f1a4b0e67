package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hears of every call when it is over; called by the threads that make the calls. */
@FunctionalInterface
public interface CallListener {

    void finished(FinishedCall call);

    /**
     * Asked before each request is sent.
     *
     * @throws CloudException when nothing may be sent any more
     */
    default void admit(String action) throws CloudException {}

    /**
     * It turned out where the credentials come from; said before the first call that they sign.
     *
     * @param origin for people; put together on demand
     */
    default void authenticated(Supplier<String> origin) {}

    /** It turned out who makes the calls; may be said several times. */
    default void identified(CallerIdentity caller) {}

    /**
     * A call that is over, retries included.
     *
     * @param at when it was over
     * @param product as {@code --endpoint} names it
     * @param action such as {@code ModifyImageSharePermission}
     * @param target what it was about, such as an image's id; may be empty
     * @param requestId of the last attempt that was answered, or null
     * @param result {@code ok}, or the error's code
     * @param attempts how often it was sent; 0 when it was not sent at all
     */
    record FinishedCall(
            Instant at,
            String product,
            String action,
            String target,
            @Nullable String requestId,
            String result,
            int attempts) {}
}
