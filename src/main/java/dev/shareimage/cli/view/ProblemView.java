package dev.shareimage.cli.view;

import dev.shareimage.cli.view.Problem.Detail;
import dev.shareimage.domain.Messages;
import org.jspecify.annotations.Nullable;

/** Shows why a command did not do what was requested, and what to do next. */
public final class ProblemView {

    private final Output output;
    private final Messages messages;

    public ProblemView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** Shows it, even if only errors are wanted. */
    public void show(Problem problem) {
        if (problem.details().isEmpty()) {
            output.tell(Style.BAD, messages.get("error", sentence(problem)));
            output.log().error(withFix(sentence(problem), problem.fix()), null);
        }
        for (Detail detail : problem.details()) {
            output.tell(Style.BAD, messages.get("error", detail.sentence()));
            output.log().error(detail.message(), detail.place());
        }
        if (problem.fix() != null) {
            output.tell(Style.PLAIN, "  " + messages.get("fix", problem.fix()));
        }
    }

    /** Shows a sentence, and the fix in a line below. */
    String withFix(String sentence, @Nullable String fix) {
        return fix == null ? sentence : sentence + "\n" + messages.get("fix", fix);
    }

    /** The message, with the code and the request id for the cloud's support. */
    String sentence(Problem problem) {
        if (problem.ours()) {
            return problem.message();
        }
        return problem.requestId() == null
                ? messages.get("error.with-code", problem.message(), problem.code())
                : messages.get("error.with-request", problem.message(), problem.code(), problem.requestId());
    }
}
