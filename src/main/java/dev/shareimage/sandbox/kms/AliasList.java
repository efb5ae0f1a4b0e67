package dev.shareimage.sandbox.kms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.KmsKey;
import java.util.List;

/** Aliases of keys as answers show them. */
final class AliasList {

    private AliasList() {}

    static ObjectNode answer(Call call, List<KmsKey> keys) throws ApiError {
        List<Alias> aliases = keys.stream()
                .flatMap(key -> key.aliases().stream().map(name -> new Alias(name, key.id())))
                .toList();
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        page.describe(answer, aliases.size());
        ArrayNode nodes = Answers.wrapped(answer, "Aliases", "Alias");
        page.of(aliases)
                .forEach(alias -> nodes.addObject()
                        .put("AliasName", alias.name)
                        .put("AliasArn", new Keys(call).arn(alias.name))
                        .put("KeyId", alias.keyId));
        return answer;
    }

    private record Alias(String name, String keyId) {}
}
