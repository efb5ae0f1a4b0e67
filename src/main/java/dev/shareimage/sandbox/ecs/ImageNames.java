package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.wire.ApiError;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of names and descriptions of images (vendor documentation, {@code ModifyImageAttribute}). */
final class ImageNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{Nd}.:_-]{1,127}");
    private static final int MIN_DESCRIPTION = 2;
    private static final int MAX_DESCRIPTION = 256;

    private ImageNames() {}

    /** Whether a text may name an image or a family. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches()
                && !text.startsWith("acs:")
                && !text.startsWith("aliyun")
                && !text.contains("http://")
                && !text.contains("https://");
    }

    /**
     * @throws ApiError 400 {@code InvalidImageName.Malformed}
     */
    static void requireName(Optional<String> name, String message) throws ApiError {
        if (name.isPresent() && !isName(name.get())) {
            throw new ApiError(400, "InvalidImageName.Malformed", message);
        }
    }

    /**
     * @throws ApiError 400 {@code InvalidDescription.Malformed}
     */
    static void requireDescription(Optional<String> description, String message) throws ApiError {
        if (description.isPresent() && !isDescription(description.get())) {
            throw new ApiError(400, "InvalidDescription.Malformed", message);
        }
    }

    private static boolean isDescription(String text) {
        return text.length() >= MIN_DESCRIPTION
                && text.length() <= MAX_DESCRIPTION
                && !text.startsWith("http://")
                && !text.startsWith("https://");
    }
}
