package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.ErrorCause;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the cloud's codes into kinds, and decides which failures are worth another attempt. Only codes and status
 * count, because messages change.
 */
final class Errors {

    private static final Set<String> BUSY = Set.of("ServiceUnavailable", "InternalError", "OperationConflict");

    private Errors() {}

    static FailureKind failureKind(ErrorResponse error) {
        if (throttled(error)) {
            return FailureKind.THROTTLED;
        }
        if (ErrorCause.of(error.code()).equals(Optional.of(ErrorCause.WRONG_CLOCK))) {
            return FailureKind.WRONG_CLOCK;
        }
        return switch (error.code()) {
            case "InvalidSecurityToken.Expired" -> FailureKind.EXPIRED_TOKEN;
            case "OperationConflict" -> FailureKind.NOT_DONE;
            // Each attempt has a new nonce. So a proxy sent the request twice, and one of the two was accepted.
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

    /** The failure that the caller gets for the answer. */
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
        Optional<Kind> known = ErrorCause.of(error.code()).flatMap(ErrorCause::kind);
        if (known.isPresent()) {
            return known.get();
        }
        if (error.status() == 401) {
            return Kind.NO_CREDENTIALS;
        }
        if (failureKind(error) != FailureKind.FINAL) {
            return Kind.UNAVAILABLE;
        }
        if (error.code().endsWith("NotFound") || error.code().startsWith("EntityNotExist")) {
            return Kind.NOT_FOUND;
        }
        if (error.code().startsWith("EntityAlreadyExist")) {
            return Kind.ALREADY_EXISTS;
        }
        return namesPermission(error) ? Kind.NOT_PERMITTED : Kind.REFUSED;
    }

    /**
     * Whether the error is about a permission. Other codes that begin with {@code Forbidden} or {@code AccessDenied}
     * are about something else unless they say so.
     */
    private static boolean namesPermission(ErrorResponse error) {
        return error.authAction() != null
                && (error.status() == 403 || error.code().startsWith("AccessDenied"));
    }
}
