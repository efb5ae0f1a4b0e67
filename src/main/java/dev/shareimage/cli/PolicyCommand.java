package dev.shareimage.cli;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.cli.options.ChosenImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.PolicyOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.JsonText;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.PolicyResult;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints RAM policies with the least permissions for a task. Works offline. */
@Command(name = "policy", addMethodSubcommands = false)
final class PolicyCommand extends BaseCommand {

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final ChosenImages images = new ChosenImages();

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
    ImageOptions images() {
        return images;
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

    @Override
    List<String> explained() {
        return List.of("cloud");
    }

    /** A policy that names no image is about all of them. */
    @Override
    List<String> withoutEffect() {
        return List.of("--all-images");
    }

    /** Prints the plain documents, which people and scripts paste. Only an explicit format adds the names. */
    @Override
    int run(Session session) throws UsageException, CloudException {
        ImageQuery query = images.query(session.options().cloud().regions(), false);
        boolean offline = query.filters().isEmpty() && !images.waits();
        SelectedImages selected = offline ? null : new ImagePicker(session).pick(images);
        Optional<Problem> problem = selected == null ? Optional.empty() : Listings.problem(selected);
        if (problem.isPresent()) {
            return Listings.refuse(session, problem.get());
        }
        Scope scope = selected == null ? scope(query) : scope(selected.concerned(), selected.images());
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

    /** The role of a verifier is in the recipients' accounts, and trusts the named account. */
    private static Stream<RamPolicy> policies(Persona persona, Scope scope) {
        Stream<RamPolicy> permissions = Stream.of(RamPolicy.of(persona, scope));
        return persona == Persona.VERIFIER
                ? Stream.concat(permissions, scope.account().stream().map(owner -> RamPolicy.trusting(persona, owner)))
                : permissions;
    }

    /** The regions of the images that are named by id are not looked up. */
    private Scope scope(ImageQuery query) {
        List<RegionId> regions = new ArrayList<>(query.regions());
        query.refs().forEach(ref -> regions.add(ref.region()));
        List<ImageId> ids = new ArrayList<>(query.ids());
        query.refs().forEach(ref -> ids.add(ref.id()));
        return new Scope(only(regions), policy.account(), ids);
    }

    private Scope scope(List<RegionId> regions, List<ImageRef> selected) {
        return new Scope(
                only(regions),
                policy.account(),
                selected.stream().map(ImageRef::id).toList());
    }

    /** A policy is limited to one region, or to none. */
    private static Optional<RegionId> only(List<RegionId> regions) {
        return regions.stream().distinct().count() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }
}
