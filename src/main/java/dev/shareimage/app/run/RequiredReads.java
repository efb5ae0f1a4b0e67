package dev.shareimage.app.run;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Collection;

/** The reads that a command cannot do without. */
final class RequiredReads {

    private RequiredReads() {}

    /** Without these nothing can be said or confirmed; an image that is not there, or not ours, has no shares. */
    static void images(Collection<ImageState> images) throws CloudException {
        for (ImageState image : images) {
            image.image().require();
            CloudException failure = image.shares().failure();
            if (failure != null && failure.kind() != Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }

    /** A publisher may share what an administrator has set up, without seeing it; anything else must be known. */
    static void roleUnlessForbidden(RoleState role) throws CloudException {
        if (!role.role().forbidden()) {
            role.role().require();
        }
        if (role.present() && !role.policies().forbidden()) {
            role.policies().require();
        }
    }
}
