package dev.shareimage.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One call of an API: its name, the parameters it knows and what it does.
 *
 * @param name as on the wire, such as {@code DescribeImages}
 * @param parameters the names it knows; {@code .N} stands for a number counted from 1, as in {@code AddAccount.N}
 * @param ramAction what a RAM policy calls it, such as {@code ecs:DescribeImages}; empty when it needs no permission
 * @param handler what it does
 */
public record Action(String name, Set<String> parameters, String ramAction, Handler handler) {

    /** Carries a call out on the world; the answer lacks {@code RequestId}, which the server adds. */
    @FunctionalInterface
    public interface Handler {
        ObjectNode handle(Call call) throws ApiError;
    }
}
