package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.aliyun.rpc.CallLimits;
import dev.shareimage.cloud.aliyun.rpc.CallListener;
import dev.shareimage.cloud.aliyun.rpc.Endpoints;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the adapters need to know of the world outside.
 *
 * @param environment the environment's variables, for credentials and proxies
 * @param home where {@code .aliyun} and {@code .alibabacloud} lie
 * @param profile the profile that was asked for by an option, or null
 * @param trace gets a line for each request, without secrets
 * @param listener hears of each call when it is over
 * @param userAgent such as {@code share-image/0.1.0}
 * @param language of what is said about credentials: {@code en}, {@code ja} or {@code zh}
 */
public record AliyunSettings(
        Map<String, String> environment,
        Path home,
        @Nullable String profile,
        Endpoints endpoints,
        CallLimits limits,
        Consumer<String> trace,
        CallListener listener,
        InstantSource clock,
        String userAgent,
        String language) {

    public AliyunSettings {
        environment = Map.copyOf(environment);
    }

    /** In English. */
    public AliyunSettings(
            Map<String, String> environment,
            Path home,
            @Nullable String profile,
            Endpoints endpoints,
            CallLimits limits,
            Consumer<String> trace,
            CallListener listener,
            InstantSource clock,
            String userAgent) {
        this(environment, home, profile, endpoints, limits, trace, listener, clock, userAgent, "en");
    }
}
