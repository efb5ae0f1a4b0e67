package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.http.Redaction;
import dev.shareimage.cloud.aliyun.rpc.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one end of a resource share. */
final class AssociationReader {

    private AssociationReader() {}

    static Association read(ApiResponse answer) throws CloudException {
        // The documentation of ListResourceShareAssociations describes the details of a failure, but not whether each
        // failure has them.
        List<ApiResponse> failures = answer.optionalList("AssociationFailedDetails", "AssociationFailedDetail")
                .orElse(List.of());
        State state = state(answer.text("AssociationStatus"), failures);
        return new Association(
                answer.text("ResourceShareId"),
                answer.textIfAny("ResourceShareName").orElse(""),
                answer.text("EntityId"),
                state,
                failure(answer, failures),
                answer.timeOrNull("CreateTime"));
    }

    private static State state(String status, List<ApiResponse> failures) throws CloudException {
        return switch (status) {
            case "Associating" -> State.ASSOCIATING;
            case "Associated" -> State.ASSOCIATED;
            case "Failed" -> takingOut(failures) ? State.DISASSOCIATION_FAILED : State.FAILED;
            case "Disassociating" -> State.DISASSOCIATING;
            case "Disassociated" -> State.DISASSOCIATED;
            default -> State.UNKNOWN;
        };
    }

    /**
     * Whether a disassociation failed. {@code Failed} is the state after both operations, and only the details tell
     * which.
     */
    private static boolean takingOut(List<ApiResponse> failures) throws CloudException {
        for (ApiResponse detail : failures) {
            if (detail.textIfAny("OperationType").filter("Disassociate"::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String failure(ApiResponse answer, List<ApiResponse> failures) throws CloudException {
        List<String> reasons = new ArrayList<>();
        for (ApiResponse detail : failures) {
            detail.textIfAny("FailureReason")
                    .map(reason -> reason
                            + description(detail).map(text -> ": " + text).orElse(""))
                    .map(Redaction::line)
                    .filter(reason -> !reasons.contains(reason))
                    .ifPresent(reasons::add);
        }
        if (reasons.isEmpty() && answer.text("AssociationStatus").equals("Failed")) {
            return answer.textIfAny("AssociationStatusMessage")
                    .map(Redaction::line)
                    .orElse(null);
        }
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    private static Optional<String> description(ApiResponse detail) {
        return Optional.of(detail.node().path("FailureDescription").asText("")).filter(text -> !text.isEmpty());
    }
}
