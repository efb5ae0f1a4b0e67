package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one end of a resource share. */
final class AssociationReader {

    private AssociationReader() {}

    static Association read(ApiResponse answer) throws CloudException {
        State state = state(answer.text("AssociationStatus"));
        return new Association(
                answer.text("ResourceShareId"),
                answer.textIfAny("ResourceShareName").orElse(""),
                answer.text("EntityId"),
                state,
                state == State.FAILED ? failure(answer) : null,
                answer.timeOrNull("CreateTime"));
    }

    private static State state(String status) {
        return switch (status) {
            case "Associating" -> State.ASSOCIATING;
            case "Associated" -> State.ASSOCIATED;
            case "Failed" -> State.FAILED;
            case "Disassociating" -> State.DISASSOCIATING;
            case "Disassociated" -> State.DISASSOCIATED;
            default -> State.UNKNOWN;
        };
    }

    private static @Nullable String failure(ApiResponse answer) throws CloudException {
        List<String> reasons = new ArrayList<>();
        // ListResourceShareAssociations documents the details of failures alone, and not that each failure has some.
        for (ApiResponse detail : answer.optionalList("AssociationFailedDetails", "AssociationFailedDetail")
                .orElse(List.of())) {
            detail.textIfAny("FailureReason")
                    .map(reason -> reason
                            + description(detail).map(text -> ": " + text).orElse(""))
                    .map(Redaction::line)
                    .filter(reason -> !reasons.contains(reason))
                    .ifPresent(reasons::add);
        }
        if (reasons.isEmpty()) {
            return answer.textIfAny("AssociationStatusMessage")
                    .map(Redaction::line)
                    .orElse(null);
        }
        return String.join("; ", reasons);
    }

    private static Optional<String> description(ApiResponse detail) {
        return Optional.of(detail.node().path("FailureDescription").asText("")).filter(text -> !text.isEmpty());
    }
}
