package dev.shareimage.sandbox.quotas;

import dev.shareimage.sandbox.wire.Call;

/** For what a quota is asked: here, a region. */
final class Dimensions {

    private static final int MAX_DIMENSIONS = 10;

    private Dimensions() {}

    /** The region that the call names among its dimensions, else the one it goes to. */
    static String region(Call call) {
        for (int i = 1; i <= MAX_DIMENSIONS; i++) {
            String prefix = "Dimensions." + i + ".";
            if (call.parameters()
                    .find(prefix + "Key")
                    .filter("regionId"::equals)
                    .isPresent()) {
                return call.parameters().find(prefix + "Value").orElse(call.region());
            }
        }
        return call.region();
    }
}
