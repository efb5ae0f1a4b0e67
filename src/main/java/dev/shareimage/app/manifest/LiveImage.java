package dev.shareimage.app.manifest;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;

/**
 * An image and everybody who has it now.
 *
 * @param name the owner's words; hostile
 * @param targets accounts that have it directly, and the directories and folders that have it
 */
public record LiveImage(ImageId image, String name, List<ShareTarget> targets) {
    public LiveImage {
        targets = List.copyOf(targets);
    }
}
