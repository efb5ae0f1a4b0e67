package dev.shareimage.cli;

import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.OutputOptions.Format;
import dev.shareimage.cli.options.PolicyOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.JsonText;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.PolicyResult;
import dev.shareimage.domain.permission.RamPolicy;
import java.util.List;

/** Prints RAM policies with the least that a duty needs; offline. */
final class PolicyCommand implements Command {

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String operands() {
        return "DUTY";
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(PolicyOptions.GROUP, ImageOptions.GROUP);
    }

    @Override
    public Action prepare(OptionValues values) throws UsageException {
        PolicyOptions options = PolicyOptions.read(values);
        return session -> run(session, options.policies());
    }

    /** People and scripts paste the bare documents; only those who ask for a form get the names beside them. */
    private static int run(Session session, List<RamPolicy> policies) {
        Output output = session.output();
        if (output.options().format() == Format.TABLE) {
            policies.forEach(policy -> output.text(JsonText.write(policy.document()) + "\n"));
        } else {
            output.result(new PolicyResult(session.command(), policies));
        }
        for (RamPolicy policy : policies) {
            if (!policy.unscoped().isEmpty()) {
                String actions = String.join(", ", policy.unscoped());
                output.say(session.messages().get("policy.unscoped", policy.name(), actions));
            }
        }
        return ExitCode.DONE;
    }
}
