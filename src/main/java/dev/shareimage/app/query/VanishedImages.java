package dev.shareimage.app.query;

import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;

/** Images that are deleted while all images are listed. Each is named in a note, and the list continues. */
final class VanishedImages {

    private final RunContext run;
    private final List<String> notes = new ArrayList<>();

    VanishedImages(RunContext run) {
        this.run = run;
    }

    /** Whether the image was deleted. */
    boolean isGone(ImageState image) throws CloudException {
        RegionId region = image.ref().region();
        boolean gone = new StateReader(run.cloud(), run.parallel(), region).isGone(image);
        if (gone) {
            notes.add(run.messages().get("note.image-gone", image.id(), region));
        }
        return gone;
    }

    /** A note for each deleted image. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
