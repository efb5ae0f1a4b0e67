package dev.shareimage.app.query;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;

/** Images of a region that are deleted while all of them are listed: each is named, and the others are listed on. */
final class Vanishing {

    private final RunContext run;
    private final RegionId region;
    private final List<String> notes = new ArrayList<>();

    Vanishing(RunContext run, RegionId region) {
        this.run = run;
        this.region = region;
    }

    /** Whether the image is gone. One list that does not know it is no proof, so that the image is looked for again. */
    boolean isGone(ImageState image) throws CloudException {
        CloudException failure = image.shares().failure();
        if (failure == null || failure.kind() != Kind.NOT_FOUND) {
            return false;
        }
        boolean gone = Parallel.await(
                        run.parallel().read(() -> run.cloud().images().find(region, image.id())))
                .require()
                .isEmpty();
        if (gone) {
            notes.add(run.messages().get("note.image-gone", image.id(), region));
        }
        return gone;
    }

    /** A sentence for each that is gone. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
