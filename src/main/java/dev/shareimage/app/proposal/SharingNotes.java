package dev.shareimage.app.proposal;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.query.DirectoryNotes;
import dev.shareimage.app.run.TargetResults;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a person should know besides the result of each target: remaining access, and what could not be read. */
record SharingNotes(Messages messages, SharingState state, TargetResults results) {

    /** The notes that always apply. */
    List<String> all() {
        List<String> notes = new ArrayList<>();
        if (!state.leaving().isEmpty()) {
            notes.addAll(new DirectoryNotes(messages).unread(state.images()));
        }
        RoleState role = state.role();
        if (role != null) {
            UnseenRole.note(role, state.judgedForKey(), messages).ifPresent(notes::add);
        }
        notes.addAll(results.remarks());
        state.images().stream()
                .filter(image -> state.wanted(image).isEmpty())
                .map(this::stillEffective)
                .forEach(notes::addAll);
        return notes;
    }

    /**
     * The targets that are trusted now but have none of the images. The trust is written first, so it remains if the
     * cloud then refuses the share.
     */
    List<String> leftTrusted() {
        List<ShareTarget> left = state.images().stream()
                .flatMap(image -> state.wanted(image).stream())
                .distinct()
                .filter(this::isUnknown)
                .toList();
        return left.isEmpty()
                ? List.of()
                : List.of(messages.get("note.trust-left", left.size(), TargetArguments.of(left)));
    }

    /** Whether the cloud does not know the target, so that a repeated run does not share with it either. */
    private boolean isUnknown(ShareTarget target) {
        return state.images().stream()
                .filter(image -> state.wanted(image).contains(target))
                .map(image -> results.failure(image.ref(), target))
                .allMatch(failure -> failure != null
                        && (failure.kind() == CloudException.Kind.NOT_FOUND
                                || failure.code().startsWith("InvalidTarget")));
    }

    /** The other ways in which the image is still shared with the targets. */
    private List<String> stillEffective(ImageState image) {
        List<ShareTarget> gone = Stream.of(TargetStatus.PLANNED, TargetStatus.UNSHARED, TargetStatus.NOT_SHARED)
                .flatMap(status -> results.with(image.ref(), status).stream())
                .toList();
        if (gone.isEmpty()) {
            return List.of();
        }
        List<String> goneIds = gone.stream().map(ShareTarget::id).toList();
        List<String> notes = new ArrayList<>();
        image.liveTargets().stream()
                .filter(live -> !(goneIds.contains(live.entityId()) && isGroup(live)))
                .map(Association::entityId)
                .distinct()
                .forEach(id -> notes.add(messages.get("note.group-still", image.id(), id)));
        boolean groupGone = gone.stream().anyMatch(target -> !(target instanceof ShareTarget.Account));
        long accounts = image.sharedAccounts().stream()
                .filter(account -> !goneIds.contains(account.value()))
                .count();
        if (groupGone && accounts > 0) {
            notes.add(messages.get("note.accounts-still", image.id(), accounts));
        }
        return notes;
    }

    private static boolean isGroup(Association association) {
        return !(ShareTarget.ofId(association.entityId()) instanceof ShareTarget.Account);
    }
}
