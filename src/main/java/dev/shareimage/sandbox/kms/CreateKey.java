package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates a key: enabled, without tags or aliases. */
final class CreateKey implements Action.Handler {

    private static final String NAME = "kms:CreateKey";
    private static final Set<String> SPECS = Set.of(
            KmsKey.DEFAULT_SPEC, "Aliyun_SM4", "RSA_2048", "RSA_3072", "RSA_4096", "EC_P256", "EC_P256K", "EC_SM2");

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
                false,
                spec(call));
        call.world().keys().put(key);
        return KeyView.answer(key);
    }

    private static @Nullable String spec(Call call) throws ApiError {
        Optional<String> spec = call.parameters().find("KeySpec");
        if (!spec.map(SPECS::contains).orElse(true)) {
            throw new ApiError(400, "InvalidParameter", "The specified parameter is not valid.");
        }
        return spec.filter(value -> !value.equals(KmsKey.DEFAULT_SPEC)).orElse(null);
    }
}
