package dev.shareimage.app.fake;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;

/** The failures of the fakes, each with request id {@code req-1}. */
public final class Refusals {

    private Refusals() {}

    public static CloudException refused(String call, String code) {
        return failure(Kind.REFUSED, call, code);
    }

    public static CloudException notFound(String call, String code) {
        return failure(Kind.NOT_FOUND, call, code);
    }

    public static CloudException exists(String call, String code) {
        return failure(Kind.ALREADY_EXISTS, call, code);
    }

    public static CloudException unavailable(String call) {
        return failure(Kind.UNAVAILABLE, call, "ServiceUnavailable");
    }

    /** The missing permission has the name of the call, as in {@code kms:DescribeKey}. */
    public static CloudException forbidden(String product, String call) {
        return new CloudException(
                Kind.NOT_PERMITTED, call, "NoPermission", call + " is not permitted", "req-1", product + ":" + call);
    }

    private static CloudException failure(Kind kind, String call, String code) {
        return new CloudException(kind, call, code, call + " answered " + code, "req-1", null);
    }
}
