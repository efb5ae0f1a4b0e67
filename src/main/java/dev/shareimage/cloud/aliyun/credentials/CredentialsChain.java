package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's chain: environment, OIDC, the CLI's profile, the shared credentials file, a credentials address, and last
 * the role of the ECS instance that this runs on. The first that is set up is used, also when it then fails: going on
 * would act as somebody else than whom the user meant. A profile that was asked for by an option goes before all.
 */
public final class CredentialsChain implements CredentialsSource {

    private final CredentialSettings settings;
    private final SourceFactory factory;
    private @Nullable CredentialsSource found;

    public CredentialsChain(CredentialSettings settings, TokenService tokens, CredentialsHttp http) {
        this.settings = settings;
        this.factory = new SourceFactory(settings, tokens, http);
    }

    @Override
    public Credentials current() throws CloudException {
        return source().current();
    }

    @Override
    public boolean renew(Credentials expired) throws CloudException {
        return source().renew(expired);
    }

    private synchronized CredentialsSource source() throws CloudException {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private CredentialsSource find() throws CloudException {
        if (settings.profile() == null) {
            Optional<CredentialsSource> environment = environment();
            if (environment.isPresent()) {
                return environment.get();
            }
        }
        Optional<CredentialsSource> profile = profile();
        if (profile.isPresent()) {
            return profile.get();
        }
        Optional<String> address = settings.variable("ALIBABA_CLOUD_CREDENTIALS_URI");
        if (address.isPresent()) {
            return factory.address(address.get());
        }
        if (settings.enabled("ALIBABA_CLOUD_ECS_METADATA_DISABLED")) {
            throw NoCredentials.anywhere();
        }
        return factory.instanceRole(
                settings.variable("ALIBABA_CLOUD_ECS_METADATA").orElse(null));
    }

    private Optional<CredentialsSource> environment() {
        Optional<String> id = settings.variable("ALIBABA_CLOUD_ACCESS_KEY_ID");
        Optional<String> secret = settings.variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
        if (id.isPresent() && secret.isPresent()) {
            @Nullable
            String token = settings.variable("ALIBABA_CLOUD_SECURITY_TOKEN").orElse(null);
            return Optional.of(new FixedCredentials(new Credentials(id.get(), secret.get(), token, null)));
        }
        Optional<String> role = settings.variable("ALIBABA_CLOUD_ROLE_ARN");
        Optional<String> provider = settings.variable("ALIBABA_CLOUD_OIDC_PROVIDER_ARN");
        Optional<String> file = settings.variable("ALIBABA_CLOUD_OIDC_TOKEN_FILE");
        if (role.isPresent() && provider.isPresent() && file.isPresent()) {
            RoleToAssume wanted = new RoleToAssume(role.get(), settings.sessionName(), 3600, null, null);
            return Optional.of(factory.oidc(wanted, provider.get(), file.get()));
        }
        return Optional.empty();
    }

    private Optional<CredentialsSource> profile() throws CloudException {
        CliProfiles profiles = CliProfiles.read(settings);
        Optional<Profile> chosen = profiles.selected(settings);
        if (chosen.isPresent()) {
            return Optional.of(factory.ofProfile(chosen.get(), profiles));
        }
        SharedFile shared = SharedFile.read(settings);
        Optional<Profile> section = shared.section(settings.profileName().orElse("default"));
        if (section.isPresent()) {
            return Optional.of(factory.ofSharedFile(section.get()));
        }
        Optional<String> name = settings.profileName();
        if (name.isPresent()) {
            throw NoCredentials.because(
                    "there is no profile '" + Profile.quoted(name.get()) + "'; there is " + profiles.namesWith(shared));
        }
        return Optional.empty();
    }
}
