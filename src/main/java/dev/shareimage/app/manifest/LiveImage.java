package dev.shareimage.app.manifest;

import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.List;

/**
 * An image and everybody who has it now.
 *
 * @param name the owner's words, which may be hostile
 * @param targets the accounts that have it directly, and the directories and folders that have it or will have it
 * @param coming the targets that do not have it yet
 * @param setUp whether all targets can use the key through the role, as far as that is needed and could be read
 */
public record LiveImage(
        ImageRef image, String name, List<ShareTarget> targets, List<ShareTarget> coming, boolean setUp) {
    public LiveImage {
        targets = List.copyOf(targets);
        coming = List.copyOf(coming);
    }
}
