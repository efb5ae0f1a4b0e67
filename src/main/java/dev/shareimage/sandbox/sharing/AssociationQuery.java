package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.Association.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The associations that a call requests. */
record AssociationQuery(Kind kind, Optional<Status> status, Optional<String> entityId, Instant now) {

    /**
     * @throws ApiError 400 for no or an unknown type or status, or {@code ConflictedAssociationType}
     */
    static AssociationQuery of(Call call) throws ApiError {
        Kind kind = kind(ShareErrors.required(call, "AssociationType"));
        Optional<String> resource = ShareParameters.resourceId(call);
        Optional<String> target = ShareParameters.formed(call, "Target", ShareParameters.TARGET);
        if (kind == Kind.TARGET ? resource.isPresent() : target.isPresent()) {
            throw new ApiError(
                    400,
                    "ConflictedAssociationType",
                    "The specified ResourceId or Target conflicts with AssociationType.");
        }
        Optional<String> status = call.parameters().find("AssociationStatus");
        return new AssociationQuery(
                kind,
                status.isEmpty() ? Optional.empty() : Optional.of(status(status.get())),
                resource.or(() -> target),
                call.now());
    }

    boolean matches(Association association) {
        return association.kind() == kind
                && status.map(wanted -> wanted == association.statusAt(now)).orElse(true)
                && entityId.map(association.entityId()::equals).orElse(true);
    }

    private static Kind kind(String word) throws ApiError {
        return Arrays.stream(Kind.values())
                .filter(kind -> ShareView.word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> ShareErrors.invalid("AssociationType"));
    }

    private static Status status(String word) throws ApiError {
        return Arrays.stream(Status.values())
                .filter(status -> ShareView.word(status).equals(word))
                .findFirst()
                .orElseThrow(() -> ShareErrors.invalid("AssociationStatus"));
    }
}
