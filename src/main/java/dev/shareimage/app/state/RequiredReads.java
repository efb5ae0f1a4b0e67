package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reads that a command cannot do without. */
public final class RequiredReads {

    private RequiredReads() {}

    /** Without these nothing can be said or confirmed; an image that is not there, or not ours, has no shares. */
    public static void images(Collection<ImageState> images) throws CloudException {
        for (ImageState image : images) {
            image.image().require();
            ofPresent(image, image.shares());
        }
    }

    /**
     * Of an image that is not there, or somebody else's, the checks tell. One list that does not find an own image which
     * another one shows says nothing about who has it.
     */
    public static void ofPresent(ImageState image, ReadResult<?> reading) throws CloudException {
        CloudException failure = reading.failure();
        boolean own =
                image.found().filter(found -> found.ownerAlias().equals("self")).isPresent();
        if (failure != null && (failure.kind() != Kind.NOT_FOUND || own)) {
            throw failure;
        }
    }

    /**
     * An answer that cannot be understood may hide anything, so that nothing is written after it, whatever it was about.
     *
     * @throws CloudException the first such answer
     */
    public static void understood(SharingState state, @Nullable RoleState role) throws CloudException {
        Optional<CloudException> malformed = Readings.of(state, role)
                .flatMap(reading -> Stream.ofNullable(reading.failure()))
                .filter(failure -> failure.kind() == Kind.MALFORMED)
                .findFirst();
        if (malformed.isPresent()) {
            throw malformed.get();
        }
    }

    /**
     * Who has the image through directories and folders. Who may not look leaves them alone; anything else must be known.
     */
    public static void groups(ImageState image) throws CloudException {
        if (image.found().isPresent() && !image.resourceShares().forbidden()) {
            image.resourceShares().require();
        }
    }

    /** A publisher may share what an administrator has set up, without seeing it; anything else must be known. */
    public static void roleUnlessForbidden(RoleState role) throws CloudException {
        if (!role.role().forbidden()) {
            role.role().require();
        }
        if (role.present() && !role.policies().forbidden()) {
            role.policies().require();
        }
    }
}
