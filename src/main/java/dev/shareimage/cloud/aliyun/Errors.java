package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the cloud's codes into the few kinds that matter, and says which make another attempt worth while. Codes and
 * status alone count; messages change.
 */
final class Errors {

    private static final Set<String> BUSY = Set.of("ServiceUnavailable", "InternalError", "OperationConflict");
    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAccessKeyId",
            "MissingSecurityToken",
            "InvalidTimeStamp.Expired");

    private Errors() {}

    static FailureKind verdict(ErrorResponse error) {
        if (throttled(error)) {
            return FailureKind.THROTTLED;
        }
        return switch (error.code()) {
            case "InvalidTimeStamp.Expired" -> FailureKind.WRONG_CLOCK;
            case "InvalidSecurityToken.Expired" -> FailureKind.EXPIRED_TOKEN;
            case "OperationConflict" -> FailureKind.NOT_DONE;
            // The nonce is new for each attempt, so somebody between sent the request twice, and one of the two
            // counted.
            case "SignatureNonceUsed" -> FailureKind.UNCERTAIN;
            default -> busy(error) ? FailureKind.UNCERTAIN : FailureKind.FINAL;
        };
    }

    private static boolean throttled(ErrorResponse error) {
        String code = error.code();
        return error.status() == 429
                || code.equals("Throttling")
                || code.startsWith("Throttling.")
                || code.equals("Rejected.Throttling");
    }

    private static boolean busy(ErrorResponse error) {
        return error.status() >= 500 || error.status() == 408 || BUSY.contains(error.code());
    }

    /** What the caller is told about the answer. */
    static CloudException failure(Call call, ErrorResponse error) {
        Kind kind = kind(error);
        @Nullable String missing = null;
        if (kind == Kind.NOT_PERMITTED) {
            String derived = call.product().permission(call.action());
            missing = error.authAction() == null ? derived : error.authAction();
        }
        return new CloudException(kind, call.action(), error.code(), error.message(), error.requestId(), missing);
    }

    private static Kind kind(ErrorResponse error) {
        String code = error.code();
        if (unknownCaller(error)) {
            return Kind.NO_CREDENTIALS;
        }
        if (verdict(error) != FailureKind.FINAL) {
            return Kind.UNAVAILABLE;
        }
        if (code.endsWith("NotFound") || code.startsWith("EntityNotExist")) {
            return Kind.NOT_FOUND;
        }
        if (code.startsWith("EntityAlreadyExist")) {
            return Kind.ALREADY_EXISTS;
        }
        return notPermitted(error) ? Kind.NOT_PERMITTED : Kind.REFUSED;
    }

    private static boolean unknownCaller(ErrorResponse error) {
        String code = error.code();
        return UNKNOWN_CALLER.contains(code)
                || code.startsWith("InvalidAccessKeyId")
                || code.startsWith("InvalidAccessKeySecret")
                || code.startsWith("InvalidSecurityToken")
                || code.endsWith(".Inactive")
                || error.status() == 401;
    }

    /** ECS says {@code Forbidden.RAM}, RAM and STS {@code NoPermission}, others one of the rest. */
    private static boolean notPermitted(ErrorResponse error) {
        String code = error.code();
        return code.equals("NoPermission")
                || code.startsWith("NoPermission.")
                || code.equals("NotAuthorized")
                || code.equals("AccessDenied")
                || (error.status() == 403 && (code.equals("Forbidden") || code.startsWith("Forbidden.")))
                || (error.status() == 403 && error.authAction() != null);
    }
}
