package dev.shareimage.app.query;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.SharingStateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the images of a list and their holders. */
final class ListedImages {

    private final RunContext run;
    private final ListRequest request;
    private final SelectedImages selected;
    private final VanishedImages vanished;
    private final OwnedImages owned;
    private final Map<ImageRef, RegionId> elsewhere = new LinkedHashMap<>();

    ListedImages(RunContext run, ListRequest request) {
        this.run = run;
        this.request = request;
        this.selected = request.images();
        this.vanished = new VanishedImages(run);
        this.owned = new OwnedImages(run);
    }

    /**
     * Reads them; missing images are left out.
     *
     * @throws CloudException if the holders of an image could not be read, because the list would be wrong
     */
    List<ImageState> read() throws CloudException {
        List<ImageState> images = new ArrayList<>();
        for (ImageState image : request.every() ? owned.read(selected.regions()) : named()) {
            if (!vanished.isGone(image)) {
                requireUnlessForbidden(image.resourceShares());
                images.add(image);
            }
        }
        return images;
    }

    /** Reads without permission are left out, with a note. */
    static void requireUnlessForbidden(ReadResult<?> reading) throws CloudException {
        CloudException failure = reading.failure();
        boolean justNow = failure != null
                && failure.kind() == Kind.UNAVAILABLE
                && !failure.code().equals("UnknownHost");
        if (failure != null && (justNow || failure.kind() == Kind.MALFORMED)) {
            throw failure;
        }
    }

    /** The regions that have images which were named for other regions. */
    Map<ImageRef, RegionId> elsewhere() {
        return elsewhere;
    }

    /** A note for each image that was deleted meanwhile. */
    List<String> notes() {
        return vanished.notes();
    }

    /** The regions that could not be read, also during the search for images, and why. */
    Map<RegionId, CloudException> unread() {
        Map<RegionId, CloudException> unread = new LinkedHashMap<>(selected.unread());
        unread.putAll(owned.unread());
        return unread;
    }

    private List<ImageState> named() throws CloudException {
        List<ImageState> present = new ArrayList<>();
        for (ImageState image :
                Parallel.awaitEach(new SharingStateReader(run.cloud(), run.parallel()).withShares(selected))) {
            if (image.image().require().isPresent() && !image.foreign()) {
                present.add(image);
            }
            image.elsewhere().ifPresent(other -> elsewhere.put(image.ref(), other));
        }
        return present;
    }
}
