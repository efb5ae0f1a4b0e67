package dev.shareimage.app;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result of a query.
 *
 * @param choices filters that match several images of a region, so that somebody has to choose
 * @param undecided the findings if nobody can choose
 */
public record ImageSelection(SelectedImages images, List<Choice> choices, List<Finding> undecided) {

    public ImageSelection {
        choices = List.copyOf(choices);
        undecided = List.copyOf(undecided);
    }

    /** The images, with a failed check for each choice that nobody made. */
    public SelectedImages withoutChoice() {
        return new SelectedImages(
                images.regions(),
                images.images(),
                images.seen(),
                Stream.concat(images.findings().stream(), undecided.stream()).toList(),
                images.unread());
    }

    /**
     * Several images that match one filter.
     *
     * @param candidates the newest first
     */
    public record Choice(ImageQuery.Filter filter, RegionId region, List<Image> candidates) {
        public Choice {
            candidates = List.copyOf(candidates);
        }
    }

    /** The images, including the chosen ones. */
    public SelectedImages with(Map<Choice, List<Image>> chosen) {
        List<ImageRef> refs = new ArrayList<>(images.images());
        Map<ImageRef, Image> seen = new HashMap<>(images.seen());
        chosen.forEach((choice, some) -> some.forEach(image -> {
            ImageRef ref = new ImageRef(choice.region(), image.id());
            refs.add(ref);
            seen.put(ref, image);
        }));
        return new SelectedImages(images.regions(), refs, seen, images.findings(), images.unread());
    }
}
