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
 * The settings of the adapters.
 *
 * @param environment the variables for credentials and proxies
 * @param home the directory that contains {@code .aliyun} and {@code .alibabacloud}
 * @param profile the profile from the option, or null
 * @param trace gets a line for each request, without secrets
 * @param listener is told of each completed call
 * @param userAgent such as {@code share-image/0.1.0}
 * @param language the language of messages about credentials: {@code en}, {@code ja} or {@code zh}
 * @param giver who put the credentials into the environment, for people; null for the user
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
        String language,
        @Nullable String role,
        @Nullable String giver) {

    public AliyunSettings {
        environment = Map.copyOf(environment);
    }

    /** Settings with messages in English. */
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
        this(environment, home, profile, endpoints, limits, trace, listener, clock, userAgent, "en", null, null);
    }
}
