package dev.shareimage.cli.options;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.util.List;

/**
 * Which RAM policies are printed.
 *
 * @param policies one for each duty that was named
 */
public record PolicyOptions(List<RamPolicy> policies) {

    static final OptionDeclaration ACCOUNT_ID = OptionDeclaration.value("UID", "--account-id");

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("policy", List.of(ACCOUNT_ID));

    /**
     * The options as they were given; the region is that of the option or the environment, never of a profile, so that no
     * credentials are needed.
     *
     * @throws UsageException when no duty is named
     */
    public static PolicyOptions read(OptionValues values) throws UsageException {
        Scope scope = new Scope(
                CloudOptions.read(values).region(),
                values.value(ACCOUNT_ID, AccountId::new),
                ImageOptions.read(values));
        if (values.positionals().isEmpty()) {
            throw new UsageException("usage.no-duty", String.join(", ", Persona.labels()));
        }
        List<Persona> duties = values.entries("policy", String.join(",", values.positionals()), Persona::of);
        return new PolicyOptions(duties.stream()
                .distinct()
                .map(duty -> RamPolicy.of(duty, scope))
                .toList());
    }
}
