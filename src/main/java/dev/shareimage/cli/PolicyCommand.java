package dev.shareimage.cli;

import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.PolicyOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.JsonText;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.PolicyResult;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints RAM policies with the least permissions for a task. Works offline. */
@Command(name = "policy", addMethodSubcommands = false)
@Explains("cloud")
final class PolicyCommand extends BaseCommand {

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final ImageOptions images = new ImageOptions();

    @Parameters(paramLabel = "PERSONA", arity = "0..*", completionCandidates = Personas.class)
    private List<String> labels = List.of();

    private List<Persona> personas = List.of();

    static final class Personas implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Persona.labels().iterator();
        }
    }

    @Override
    void check(ListReader lists) throws UsageException {
        if (labels.isEmpty()) {
            throw new UsageException("usage.no-persona", String.join(", ", Persona.labels()));
        }
        personas = lists.parse("policy", labels, Persona::of);
        if (personas.contains(Persona.VERIFIER) && policy.account().isEmpty()) {
            throw new UsageException("usage.verifier-account");
        }
    }

    @Override
    List<String> columns() {
        return PolicyResult.COLUMNS;
    }

    /** Prints the plain documents, which people and scripts paste. Only an explicit format adds the names. */
    @Override
    int run(Session session) {
        Scope scope = new Scope(session.options().cloud().region(), policy.account(), images.images());
        List<RamPolicy> policies = personas.stream()
                .distinct()
                .flatMap(persona -> policies(persona, scope))
                .toList();
        Output output = session.output();
        if (output.options().format().isEmpty()) {
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

    /** The role of a verifier stands in the recipients' accounts, and trusts the account that is named. */
    private static Stream<RamPolicy> policies(Persona persona, Scope scope) {
        Stream<RamPolicy> permissions = Stream.of(RamPolicy.of(persona, scope));
        return persona == Persona.VERIFIER
                ? Stream.concat(permissions, scope.account().stream().map(owner -> RamPolicy.trusting(persona, owner)))
                : permissions;
    }
}
