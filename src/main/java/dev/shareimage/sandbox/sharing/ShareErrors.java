package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Refusal;

/** The refusals that most calls of the product share. */
final class ShareErrors {

    private ShareErrors() {}

    /**
     * @throws Refusal 400 {@code MissingParameter.<name>}
     */
    static String required(Call call, String name) throws Refusal {
        return call.parameters()
                .find(name)
                .orElseThrow(() -> new Refusal(400, "MissingParameter." + name, "You must specify " + name + "."));
    }

    static Refusal invalid(String name) {
        return new Refusal(400, "InvalidParameter." + name, "The " + name + " is invalid.");
    }

    static Refusal duplicate(String name) {
        return new Refusal(
                400, "InvalidParameter." + name + ".Duplicate", "The " + name + " contains duplicate values.");
    }

    static Refusal tooMany(String name, int most) {
        return new Refusal(
                400,
                "InvalidParameter." + name + ".Length",
                "The maximum number of " + name + " exceeds " + most + ".");
    }
}
