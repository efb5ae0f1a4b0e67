package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.Association.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The associations of a share as a call changes them. */
final class Associations {

    private final Call call;
    private final List<Association> all;
    private final List<Association> touched = new ArrayList<>();

    Associations(Call call, List<Association> present) {
        this.call = call;
        this.all = new ArrayList<>(present);
    }

    List<Association> all() {
        return all;
    }

    /** The associations that this call started, or that were already as requested. */
    List<Association> touched() {
        return touched;
    }

    /**
     * Starts an association. One that exists or is in progress is not changed.
     *
     * @param problem why it cannot succeed, or null
     * @throws ApiError 409 {@code AssociateConflict} while a disassociation is in progress
     */
    void add(Kind kind, String entityId, String entityType, @Nullable String problem) throws ApiError {
        Optional<Association> present = find(kind, entityId);
        Status status =
                present.map(association -> association.statusAt(call.now())).orElse(Status.DISASSOCIATED);
        if (status == Status.DISASSOCIATING) {
            throw new ApiError(
                    409,
                    "AssociateConflict",
                    "You cannot perform the operation while disassociation operation is being performed.");
        }
        if (present.isPresent() && status.isPresent()) {
            touched.add(present.get());
            return;
        }
        present.ifPresent(all::remove);
        append(begun(kind, entityId, entityType, problem));
    }

    /**
     * Starts a disassociation.
     *
     * @throws ApiError 400 {@code DisassociateInvalid} if there is no association, 409 {@code DisassociateConflict}
     *     while it is in progress
     */
    void remove(Kind kind, String entityId) throws ApiError {
        Association present = find(kind, entityId)
                .filter(association -> association.statusAt(call.now()) != Status.DISASSOCIATED)
                .orElseThrow(() -> new ApiError(
                        400, "DisassociateInvalid", "You can not disassociate unassociated resource or target."));
        Status status = present.statusAt(call.now());
        if (status == Status.ASSOCIATING) {
            throw new ApiError(
                    409,
                    "DisassociateConflict",
                    "You cannot perform the operation while association is already in progress.");
        }
        if (status == Status.DISASSOCIATING) {
            touched.add(present);
            return;
        }
        all.remove(present);
        AssociationCourse course = AssociationCourse.out(call, kind, entityId);
        append(present.leaving(call.now(), course.done(), course.failure()));
    }

    private Association begun(Kind kind, String entityId, String entityType, @Nullable String problem) {
        AssociationCourse course = AssociationCourse.in(call, kind, entityId, problem);
        return new Association(
                kind, entityId, entityType, false, call.now(), call.now(), course.done(), course.failure());
    }

    private void append(Association association) {
        all.add(association);
        touched.add(association);
    }

    private Optional<Association> find(Kind kind, String entityId) {
        return all.stream()
                .filter(association -> association.is(kind, entityId))
                .findFirst();
    }
}
