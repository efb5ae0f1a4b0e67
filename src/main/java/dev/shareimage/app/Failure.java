package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done.
 *
 * @param kind what it means for the exit code
 * @param code the cloud's error code, or one of ours in its style, such as {@code NotConfirmed}
 * @param message one sentence
 * @param requestId for the cloud's support, or null
 * @param fix what to do next, or null
 */
public record Failure(
        CloudException.Kind kind,
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix) {

    /** The code of an account that the cloud took without an error and that has not got the image all the same. */
    public static final String NOT_CONFIRMED = "NotConfirmed";

    /** The code of a target that Resource Sharing took and then could not link with the image. */
    public static final String ASSOCIATION_FAILED = "AssociationFailed";

    /** The code of a target that Resource Sharing took and that is linked no more, or never was. */
    public static final String ASSOCIATION_GONE = "AssociationGone";

    /** The code of a target that Resource Sharing could not take out. */
    public static final String DISASSOCIATION_FAILED = "DisassociationFailed";

    private static final Set<String> SILENT =
            Set.of(NOT_CONFIRMED, ASSOCIATION_FAILED, ASSOCIATION_GONE, DISASSOCIATION_FAILED);

    /** Whether the cloud accepted what it then did not do, so that only the read-back tells. */
    public boolean silent() {
        return SILENT.contains(code);
    }
}
