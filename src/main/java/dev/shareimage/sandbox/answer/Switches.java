package dev.shareimage.sandbox.answer;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Parameters;

/** Parameters that are truth values. */
public final class Switches {

    private Switches() {}

    public static boolean isOn(Parameters parameters, String name) {
        return parameters.find(name).filter(Switches::isTrue).isPresent();
    }

    public static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true");
    }

    /**
     * Ends a dry run whose checks have all passed.
     *
     * @throws ApiError 400 {@code DryRunOperation} if the call has {@code DryRun=true}
     */
    public static void endDryRun(Parameters parameters) throws ApiError {
        if (isOn(parameters, "DryRun")) {
            throw new ApiError(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
        }
    }
}
