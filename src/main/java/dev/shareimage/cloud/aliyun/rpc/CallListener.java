package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is told of every completed call, by the threads that make the calls. */
@FunctionalInterface
public interface CallListener {

    void finished(FinishedCall call);

    /**
     * Is asked before each request is sent.
     *
     * @throws CloudException if nothing may be sent any more
     */
    default void admit(String action) throws CloudException {}

    /**
     * The origin of the credentials is known. This is called before the first call that they sign.
     *
     * @param origin the origin for people; the text is made only when it is needed
     */
    default void authenticated(Supplier<String> origin) {}

    /** The caller is known. This may be called several times. */
    default void identified(CallerIdentity caller) {}

    /**
     * A completed call, including its retries.
     *
     * @param at the time when it ended
     * @param product the name in {@code --endpoint}
     * @param action such as {@code ModifyImageSharePermission}
     * @param target what it was about, such as an image's id; may be empty
     * @param requestId the request id of the last answer, or null
     * @param result {@code ok}, or the error's code
     * @param attempts how often it was sent; 0 if it was not sent
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
