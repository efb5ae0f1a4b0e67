package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.Set;

/** Enables or disables a key. */
final class SwitchKey implements Action.Handler {

    private final String name;
    private final String state;

    private SwitchKey(String name, String state) {
        this.name = name;
        this.state = state;
    }

    static Action enable() {
        return action("EnableKey", "Enabled");
    }

    static Action disable() {
        return action("DisableKey", "Disabled");
    }

    private static Action action(String name, String state) {
        return new Action(name, Set.of("KeyId"), "kms:" + name, new SwitchKey("kms:" + name, state));
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        KmsKey key = new Keys(call).require(name);
        if (!key.isEnabled() && !key.state().equals("Disabled")) {
            throw new ApiError(
                    409, "Rejected." + key.state(), "This key is not in a state in which the operation is allowed.");
        }
        call.world().keys().put(key.withState(state));
        return Answers.object();
    }
}
