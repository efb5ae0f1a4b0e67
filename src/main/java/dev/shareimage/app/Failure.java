package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done.
 *
 * @param kind the kind of failure, for the exit code
 * @param code the cloud's error code, or one of this program in the same style, such as {@code NotConfirmed}
 * @param message one sentence
 * @param requestId the request id for the cloud's support, or null
 * @param fix what to do next, or null
 */
public record Failure(
        CloudException.Kind kind,
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix) {

    /** The code of a command that a failed check stopped. */
    public static final String PRECONDITION = "PreconditionFailed";

    /** The code for an account that the cloud accepted without an error but that does not have the image. */
    public static final String NOT_CONFIRMED = "NotConfirmed";

    /** The code for a target that Resource Sharing accepted but could not associate. */
    public static final String ASSOCIATION_FAILED = "AssociationFailed";

    /** The code for a target that Resource Sharing accepted but that is not associated. */
    public static final String ASSOCIATION_GONE = "AssociationGone";

    /** The code for a target that Resource Sharing could not disassociate. */
    public static final String DISASSOCIATION_FAILED = "DisassociationFailed";

    /** The code of a copy that the cloud started but could not finish. */
    public static final String COPY_FAILED = "CopyFailed";

    /** The code of regions that could not be searched for images. */
    public static final String REGION_UNREAD = "RegionNotRead";

    private static final Set<String> SILENT =
            Set.of(NOT_CONFIRMED, ASSOCIATION_FAILED, ASSOCIATION_GONE, DISASSOCIATION_FAILED, COPY_FAILED);

    /** Whether the cloud accepted the call but did not carry it out, which only the read-back shows. */
    public boolean silent() {
        return SILENT.contains(code);
    }
}
