package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;
import java.util.Set;

/** The languages in which names of regions and zones can be asked for. */
final class Languages {

    private static final Set<String> KNOWN = Set.of("zh-CN", "en-US", "zh", "en", "zh_TW", "ja", "fr", "de", "ko");

    private Languages() {}

    /**
     * @throws ApiError 404 {@code InvalidAcceptLanguage.NotFound}
     */
    static void require(Parameters parameters) throws ApiError {
        if (!parameters.find("AcceptLanguage").map(KNOWN::contains).orElse(true)) {
            throw new ApiError(
                    404,
                    "InvalidAcceptLanguage.NotFound",
                    "Only Chinese (zh-CN), English (en-US), and Japanese (ja) are allowed.");
        }
    }
}
