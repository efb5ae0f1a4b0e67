package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reads that a command needs. */
public final class RequiredReads {

    private RequiredReads() {}

    /**
     * Fails if these could not be read, because nothing could be confirmed. An image that is missing, or not the
     * caller's, has no shares. The failure names the image if there are several.
     */
    public static void images(Collection<ImageState> images) throws CloudException {
        for (ImageState image : images) {
            try {
                image.image().require();
                ofPresent(image, image.shares());
            } catch (CloudException e) {
                throw images.size() > 1 ? e.about(image.ref().toString()) : e;
            }
        }
    }

    /**
     * Ignores an image that is missing or another account's, because the checks report it. If a list does not find the
     * caller's own image, its shares are not known.
     */
    public static void ofPresent(ImageState image, ReadResult<?> reading) throws CloudException {
        CloudException failure = reading.failure();
        boolean own =
                image.found().filter(found -> found.ownerAlias().equals("self")).isPresent();
        if (failure != null && (failure.kind() != Kind.NOT_FOUND || own)) {
            throw failure;
        }
    }

    /** The result of a read of an image, which may be one of many. The failure names it. */
    public static <T> T named(ImageState image, ReadResult<T> reading) throws CloudException {
        CloudException failure = reading.failure();
        if (failure != null) {
            throw failure.about(image.ref().toString());
        }
        return reading.require();
    }

    /**
     * Fails for an answer that cannot be interpreted, because it may hide anything. Nothing is changed after it.
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
     * Fails if the shares with directories and folders could not be read. A caller without that permission does not
     * change them.
     */
    public static void groups(ImageState image) throws CloudException {
        if (image.found().isPresent() && !image.resourceShares().forbidden()) {
            image.resourceShares().require();
        }
    }

    /**
     * Fails if the role could not be read, except for a missing permission: a publisher may share with an existing
     * setup that it may not read.
     */
    public static void roleUnlessForbidden(RoleState role) throws CloudException {
        if (!role.role().forbidden()) {
            role.role().require();
        }
        if (role.present() && !role.policies().forbidden()) {
            role.policies().require();
        }
    }
}
