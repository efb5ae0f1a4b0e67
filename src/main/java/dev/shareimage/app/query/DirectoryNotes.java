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

/** The notes about directories and folders that could not be read. */
public record DirectoryNotes(Messages messages) {

    /** A note if the resource shares of an image could not be read, because somebody may have it through one. */
    public List<String> unread(Collection<ImageState> images) {
        return images.stream()
                .filter(image -> image.found().isPresent())
                .flatMap(image -> Stream.ofNullable(image.resourceShares().failure()))
                .limit(1)
                .map(failure -> messages.get("note.groups-unread", Reason.sentence(failure, messages)))
                .toList();
    }

    /** Notes about targets of a share that do not have the image: their association is in progress or failed. */
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
