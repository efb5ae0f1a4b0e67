package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.List;
import java.util.Set;

/** Makes a key: enabled, without tags or aliases. */
final class CreateKey implements Action.Handler {

    private static final String NAME = "kms:CreateKey";

    static Action action() {
        return new Action(
                "CreateKey",
                Set.of(
                        "Description",
                        "KeyUsage",
                        "Origin",
                        "ProtectionLevel",
                        "EnableAutomaticRotation",
                        "RotationInterval",
                        "KeySpec",
                        "DKMSInstanceId"),
                NAME,
                new CreateKey());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        call.caller().require(NAME, new Keys(call).arn("*"));
        KmsKey key = new KmsKey(
                call.region(),
                call.world().newId("key-"),
                call.caller().accountId(),
                "Enabled",
                call.caller().accountId(),
                call.parameters().find("Description").orElse(null),
                List.of(),
                List.of(),
                call.now(),
                null,
                null,
                false);
        call.world().keys().put(key);
        return KeyView.answer(key);
    }
}
