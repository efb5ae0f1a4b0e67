package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;

/** Failures to find or get credentials. */
final class NoCredentials {

    private static final String LOOKING = "Credentials";

    private NoCredentials() {}

    /** Nothing was found anywhere. */
    static CloudException anywhere() {
        return because("there are no credentials. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET,"
                + " or run 'aliyun configure', which makes ~/.aliyun/config.json,"
                + " or run on an ECS instance that has a RAM role");
    }

    /** What was found cannot be used. */
    static CloudException because(String message) {
        return new CloudException(Kind.NO_CREDENTIALS, LOOKING, "NoCredentials", message);
    }
}
