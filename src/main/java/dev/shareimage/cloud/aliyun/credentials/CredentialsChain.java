package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.credentials.Variables.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's chain of sources: environment, OIDC, the CLI's profile, the shared credentials file, a credentials
 * address, and the role of the ECS instance. The chain uses the first source that is set up, even if it fails: the next
 * one would be another identity than the user meant. A profile that an option names comes before all.
 */
public final class CredentialsChain implements CredentialsSource {

    private static final String ADDRESS = "ALIBABA_CLOUD_CREDENTIALS_URI";
    private static final String ROLE_NAME = "ALIBABA_CLOUD_ECS_METADATA";

    private final CredentialSettings settings;
    private final Variables variables;
    private final CredentialFailures failures;
    private final SourceFactory factory;
    private final Consumer<Supplier<String>> listener;
    private @Nullable Found found;

    /**
     * A source and its origin.
     *
     * @param origin the origin for people; the text is made only when it is needed
     */
    private record Found(CredentialsSource source, Supplier<String> origin) {}

    /** @param listener is told the origin of the credentials once it is known */
    public CredentialsChain(
            CredentialSettings settings,
            TokenService tokens,
            CredentialsHttp http,
            CloudTime time,
            Consumer<Supplier<String>> listener) {
        this.settings = settings;
        this.listener = listener;
        this.variables = settings.variables();
        this.failures = settings.failures();
        this.factory = new SourceFactory(settings, tokens, http, time);
    }

    /** The sessions of a role that these credentials may assume. */
    public CredentialsSource inRole(String arn) throws CloudException {
        return factory.inRole(arn, this);
    }

    @Override
    public Credentials current() throws CloudException {
        return found().source().current();
    }

    @Override
    public boolean renew(Credentials expired) throws CloudException {
        return found().source().renew(expired);
    }

    /**
     * The origin of the credentials, for people.
     *
     * @throws CloudException if there are no credentials
     */
    public String origin() throws CloudException {
        return found().origin().get();
    }

    private synchronized Found found() throws CloudException {
        if (found == null) {
            found = find();
            listener.accept(found.origin());
        }
        return found;
    }

    private Found find() throws CloudException {
        if (settings.profile() == null) {
            Optional<Found> environment = environment();
            if (environment.isPresent()) {
                return environment.get();
            }
        }
        Profiles profiles = Profiles.read(settings);
        Optional<Profile> profile = profiles.selected();
        if (profile.isPresent()) {
            return profile(profile.get(), profiles.cli());
        }
        Optional<String> address = variables.value(ADDRESS);
        if (address.isPresent()) {
            return new Found(
                    factory.address(address.get(), (key, reason) -> failures.unusable(key, ADDRESS, reason)),
                    origin("address", ADDRESS));
        }
        return instance();
    }

    private Optional<Found> environment() throws CloudException {
        EnvironmentCredentials environment = new EnvironmentCredentials(variables);
        Optional<Credentials> key = environment.key();
        if (key.isPresent()) {
            String name = variables
                    .spelled(EnvironmentCredentials.KEY_ID)
                    .map(Variable::name)
                    .orElseThrow();
            String giver = settings.giver();
            return Optional.of(new Found(
                    new FixedCredentials(key.get()),
                    giver == null ? environmentOrigin("environment", name) : () -> giver));
        }
        List<Variable> oidc = environment.identityProvider();
        if (oidc.isEmpty()) {
            return Optional.empty();
        }
        RoleToAssume role = new RoleToAssume(
                oidc.get(0).value(),
                settings.sessionName(),
                RoleToAssume.DEFAULT_SECONDS,
                null,
                null,
                new TokenAddress(variables).of(null));
        SettingsFile file = SettingsFile.named(oidc.get(2).value(), oidc.get(2).name(), failures);
        return Optional.of(new Found(
                factory.oidc(role, oidc.get(1).value(), file),
                environmentOrigin("oidc", oidc.get(1).name())));
    }

    private Found profile(Profile profile, CliProfiles others) throws CloudException {
        if (profile.kind() == Profile.Kind.PROFILE) {
            CliMode mode = CliMode.of(profile);
            return new Found(factory.ofProfile(profile, others), () -> profile.origin(mode.label()));
        }
        SectionType type = SectionType.of(profile);
        return new Found(factory.ofSection(profile), () -> profile.origin(type.label()));
    }

    private Found instance() throws CloudException {
        if (variables.on(SourceFactory.METADATA_DISABLED)) {
            throw failures.nowhere();
        }
        Optional<String> role = variables.value(ROLE_NAME);
        CredentialsSource source = factory.instanceRole(
                role.orElse(null),
                reason ->
                        role.isPresent() ? failures.unusable("variable.role", ROLE_NAME, reason) : failures.nowhere());
        return new Found(source, origin("instance"));
    }

    /** Names a variable with a profile too, because whoever set it may expect that profile. */
    private Supplier<String> environmentOrigin(String key, String name) {
        return variables
                .nameOf("PROFILE")
                .map(unused -> origin(key + "-before-profile", name, unused))
                .orElseGet(() -> origin(key, name));
    }

    private Supplier<String> origin(String key, Object... arguments) {
        return () -> failures.sentence("origin." + key, arguments);
    }
}
