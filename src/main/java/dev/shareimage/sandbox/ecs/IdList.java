package dev.shareimage.sandbox.ecs;

import dev.shareimage.sandbox.answer.JsonStrings;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Optional;
import java.util.Set;

/** The ids that a list is narrowed to by a parameter that has a JSON array, such as {@code InstanceIds}. */
final class IdList {

    private IdList() {}

    /**
     * @return empty if the call has no such parameter
     * @throws ApiError 400 {@code Invalid<name>.Malformed} for anything else than an array of strings
     */
    static Optional<Set<String>> of(Call call, String name) throws ApiError {
        Optional<String> list = call.parameters().find(name);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        Optional<Set<String>> ids = JsonStrings.parse(list.get());
        if (ids.isEmpty()) {
            throw new ApiError(400, "Invalid" + name + ".Malformed", "The specified " + name + " is not valid.");
        }
        return ids;
    }
}
