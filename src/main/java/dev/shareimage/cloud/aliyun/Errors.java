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

    static Verdict verdict(ErrorAnswer error) {
        if (throttled(error)) {
            return Verdict.THROTTLED;
        }
        return switch (error.code()) {
            case "InvalidTimeStamp.Expired" -> Verdict.WRONG_CLOCK;
            case "InvalidSecurityToken.Expired" -> Verdict.EXPIRED_TOKEN;
            case "OperationConflict" -> Verdict.NOT_DONE;
            // The nonce is new for each attempt, so somebody between sent the request twice, and one of the two
            // counted.
            case "SignatureNonceUsed" -> Verdict.UNCERTAIN;
            default -> busy(error) ? Verdict.UNCERTAIN : Verdict.FINAL;
        };
    }

    private static boolean throttled(ErrorAnswer error) {
        String code = error.code();
        return error.status() == 429
                || code.equals("Throttling")
                || code.startsWith("Throttling.")
                || code.equals("Rejected.Throttling");
    }

    private static boolean busy(ErrorAnswer error) {
        return error.status() >= 500 || error.status() == 408 || BUSY.contains(error.code());
    }

    /** What the caller is told about the answer. */
    static CloudException failure(Call call, ErrorAnswer error) {
        Kind kind = kind(error);
        @Nullable String missing = null;
        if (kind == Kind.NOT_PERMITTED) {
            String derived = call.product().permission(call.action());
            missing = error.authAction() == null ? derived : error.authAction();
        }
        return new CloudException(kind, call.action(), error.code(), error.message(), error.requestId(), missing);
    }

    private static Kind kind(ErrorAnswer error) {
        String code = error.code();
        if (unknownCaller(error)) {
            return Kind.NO_CREDENTIALS;
        }
        if (verdict(error) != Verdict.FINAL) {
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

    private static boolean unknownCaller(ErrorAnswer error) {
        String code = error.code();
        return UNKNOWN_CALLER.contains(code)
                || code.startsWith("InvalidAccessKeyId")
                || code.startsWith("InvalidAccessKeySecret")
                || code.startsWith("InvalidSecurityToken")
                || code.endsWith(".Inactive")
                || error.status() == 401;
    }

    /** ECS says {@code Forbidden.RAM}, RAM and STS {@code NoPermission}, others one of the rest. */
    private static boolean notPermitted(ErrorAnswer error) {
        String code = error.code();
        return code.equals("NoPermission")
                || code.startsWith("NoPermission.")
                || code.equals("NotAuthorized")
                || code.equals("AccessDenied")
                || (error.status() == 403 && (code.equals("Forbidden") || code.startsWith("Forbidden.")))
                || (error.status() == 403 && error.authAction() != null);
    }
}
