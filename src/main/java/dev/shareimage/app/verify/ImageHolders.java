package dev.shareimage.app.verify;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import java.util.List;
import java.util.SortedMap;

/**
 * Who has which images, by account.
 *
 * @param notes whose accounts could not be told
 */
public record ImageHolders(SortedMap<AccountId, List<ImageId>> images, List<String> notes) {

    public ImageHolders {
        notes = List.copyOf(notes);
    }
}
