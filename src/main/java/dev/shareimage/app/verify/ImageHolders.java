package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import java.util.List;
import java.util.SortedMap;

/**
 * The holders of images, by account.
 *
 * @param notes the directories and folders whose accounts are not known
 */
public record ImageHolders(SortedMap<AccountId, List<ImageId>> images, List<String> notes) {

    public ImageHolders {
        notes = List.copyOf(notes);
    }
}
