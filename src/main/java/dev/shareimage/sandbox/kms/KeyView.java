package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.world.KmsKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as answers show it. */
final class KeyView {

    static final String USAGE = "ENCRYPT/DECRYPT";
    static final String PROTECTION_LEVEL = "SOFTWARE";

    private KeyView() {}

    /** An answer with {@code KeyMetadata}. */
    static ObjectNode answer(KmsKey key) {
        ObjectNode answer = Answers.object();
        answer.putObject("KeyMetadata")
                .put("KeyId", key.id())
                .put("Arn", key.arn())
                .put("KeyState", key.state())
                .put("Creator", key.creator())
                .put("Description", key.description() == null ? "" : key.description())
                .put("CreationDate", Answers.seconds(key.created()))
                .put("DeleteDate", moment(key.deletionDate()))
                .put("MaterialExpireTime", moment(key.materialExpires()))
                .put("DeletionProtection", key.deletionProtected() ? "Enabled" : "Disabled")
                .put("KeyUsage", USAGE)
                .put("KeySpec", key.spec())
                .put("Origin", key.materialExpires() == null ? "Aliyun_KMS" : "EXTERNAL")
                .put("ProtectionLevel", PROTECTION_LEVEL)
                .put("AutomaticRotation", "Disabled")
                .put("PrimaryKeyVersion", key.id() + "-version-1");
        return answer;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : Answers.seconds(moment);
    }
}
