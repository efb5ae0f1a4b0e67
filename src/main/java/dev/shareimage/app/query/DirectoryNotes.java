package dev.shareimage.app.query;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cloud.Association;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be said about directories and folders that could not be seen. */
public record DirectoryNotes(Messages messages) {

    /** A sentence when the resource shares of an image could not be read: somebody may have it through one. */
    public List<String> unread(Collection<ImageState> images) {
        return images.stream()
                .filter(image -> image.found().isPresent())
                .flatMap(image -> Stream.ofNullable(image.resourceShares().failure()))
                .limit(1)
                .map(failure -> messages.get("note.groups-unread", Reason.sentence(failure, messages)))
                .toList();
    }

    /** Who is in a share that carries the image and has not got it: it is on the way, or one of the two links failed. */
    List<String> unlinked(ImageState image) {
        return image.resourceShares().known().orElse(List.of()).stream()
                .filter(entry -> !entry.inEffect() && ShareTarget.isId(entry.entityId()))
                .flatMap(entry -> Stream.ofNullable(sentence(image, entry)))
                .toList();
    }

    private @Nullable String sentence(ImageState image, Association entry) {
        String why = entry.failure() == null ? "" : entry.failure();
        Object[] arguments = {image.id(), entry.entityId(), entry.resourceShareId(), why};
        return switch (entry.state()) {
            case ASSOCIATING -> messages.get("note.association-coming", arguments);
            case DISASSOCIATING, UNKNOWN -> messages.get("note.association-going", arguments);
            case FAILED -> messages.get("note.association-failed", arguments);
            case ASSOCIATED, DISASSOCIATED, DISASSOCIATION_FAILED -> null;
        };
    }
}
