package dev.shareimage.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.InjectedFault;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Faults that make an answer differ from the real state. */
final class AnswerEffects {

    private static final String TOTAL = "TotalCount";

    /** The beginnings of the names of calls that only read. */
    private static final List<String> READS = List.of("Describe", "List", "Get", "Check");

    private AnswerEffects() {}

    /** Reads show an earlier state. Calls that write are not affected. */
    static Effect lag(Members members) {
        int millis = members.number("millis", 100, 0);
        return attempt -> READS.stream().anyMatch(attempt.action()::startsWith) ? lagging(millis) : InjectedFault.NONE;
    }

    /** The call is executed, but its answer lacks some members, given as names with commas, or all. */
    static Effect hollow(Members members) {
        String without = members.text("without", "");
        return rewritten(answer -> {
            if (without.isEmpty()) {
                answer.removeAll();
            } else {
                answer.remove(List.of(without.split(",")));
            }
        });
    }

    /** The total of a list is another number, or lower by a number, but never negative. */
    static Effect total(Members members) {
        OptionalLong value = members.number("value");
        OptionalLong less = members.number("less");
        if (value.isPresent() == less.isPresent()) {
            throw new IllegalArgumentException("effect \"total\" takes either value or less");
        }
        return rewritten(answer -> {
            if (answer.has(TOTAL)) {
                long lowered = answer.get(TOTAL).longValue() - less.orElse(0);
                answer.put(TOTAL, value.orElse(Math.max(0, lowered)));
            }
        });
    }

    private static InjectedFault lagging(int millis) {
        return InjectedFault.around(handler -> call -> {
            Instant past = call.now().minusMillis(millis);
            return call.world().<ObjectNode, ApiError>asOf(past, world -> handler.handle(call.at(past)));
        });
    }

    private static Effect rewritten(Consumer<ObjectNode> change) {
        return attempt -> InjectedFault.around(handler -> call -> {
            ObjectNode answer = handler.handle(call);
            change.accept(answer);
            return answer;
        });
    }
}
