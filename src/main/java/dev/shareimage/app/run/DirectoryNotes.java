package dev.shareimage.app.run;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Reason;
import dev.shareimage.domain.Messages;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said about directories and folders that could not be seen. */
record DirectoryNotes(Messages messages) {

    /** A sentence when the resource shares of an image could not be read: somebody may have it through one. */
    List<String> unread(Collection<ImageState> images) {
        return images.stream()
                .filter(image -> image.found().isPresent())
                .flatMap(image -> Stream.ofNullable(image.resourceShares().failure()))
                .limit(1)
                .map(failure -> messages.get("note.groups-unread", Reason.sentence(failure)))
                .toList();
    }
}
