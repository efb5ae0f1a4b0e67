package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShellWord;
import java.io.File;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the source that a profile, a section or a variable describes. */
final class SourceFactory {

    static final String METADATA_DISABLED = "ALIBABA_CLOUD_ECS_METADATA_DISABLED";

    /** More than anybody uses, and few enough for the stack. */
    private static final int MAX_CHAIN = 16;

    private final CredentialSettings settings;
    private final Variables variables;
    private final CredentialFailures failures;
    private final TokenService tokens;
    private final CredentialsHttp http;
    private final CloudTime time;

    SourceFactory(CredentialSettings settings, TokenService tokens, CredentialsHttp http, CloudTime time) {
        this.settings = settings;
        this.variables = settings.variables();
        this.failures = settings.failures();
        this.tokens = tokens;
        this.http = http;
        this.time = time;
    }

    /** The source of a profile of the vendor's CLI, by its {@code mode}. */
    CredentialsSource ofProfile(Profile profile, CliProfiles others) throws CloudException {
        return ofProfile(profile, CliMode.of(profile), others, new HashSet<>());
    }

    private CredentialsSource ofProfile(Profile profile, CliMode mode, CliProfiles others, Set<String> visited)
            throws CloudException {
        return switch (mode) {
            case AK -> new FixedCredentials(profile.key());
            case STS_TOKEN -> new FixedCredentials(profile.session("sts_token"));
            case CLOUD_SSO, OAUTH -> signedIn(profile, mode);
            case RAM_ROLE_ARN -> session(role(profile), new FixedCredentials(profile.session("sts_token")));
            case ECS_RAM_ROLE -> instanceRole(profile, "ram_role_name");
            case RAM_ROLE_ARN_WITH_ROLE_NAME -> session(role(profile), instanceRole(profile, "ram_role_name"));
            case CHAINABLE_RAM_ROLE_ARN -> session(role(profile), sourceProfile(profile, others, visited));
            case OIDC -> oidc(profile, role(profile), "oidc_token_file");
            case CREDENTIALS_URI -> address(profile);
            case EXTERNAL -> external(profile, others, visited);
            case RSA_KEY_PAIR, BEARER_TOKEN, ANONYMOUS -> throw new IllegalStateException(mode + " is refused before");
        };
    }

    /** The session that the CLI keeps in the profile after a sign-in. */
    private CredentialsSource signedIn(Profile profile, CliMode mode) throws CloudException {
        String command = "aliyun configure --profile " + ShellWord.of(profile.name()) + " --mode " + mode.label();
        if (!mode.fields().stream().allMatch(profile::has)) {
            throw profile.unusable("sign-in.missing", command);
        }
        Credentials session = profile.session("sts_token");
        long end = profile.seconds("sts_expiration");
        return new SignedInCredentials(
                new Credentials(
                        session.accessKeyId(),
                        session.accessKeySecret(),
                        session.securityToken(),
                        end == 0 ? null : Instant.ofEpochSecond(end)),
                time,
                () -> profile.unusable("sign-in.ended", command));
    }

    private CredentialsSource sourceProfile(Profile profile, CliProfiles others, Set<String> visited)
            throws CloudException {
        if (!visited.add(profile.name())) {
            throw profile.unusable("chain.circle");
        }
        if (visited.size() > MAX_CHAIN) {
            throw profile.unusable("chain.long", MAX_CHAIN);
        }
        String name = profile.required("source_profile");
        Profile source = others.named(name)
                .orElseThrow(() -> profile.unusable(
                        "chain.missing",
                        Names.quoted(name),
                        Names.of(others.profiles().keySet(), failures)));
        return ofProfile(source, CliMode.of(source), others, visited);
    }

    private CredentialsSource external(Profile profile, CliProfiles others, Set<String> visited) throws CloudException {
        if (variables.externalDisabled()) {
            throw profile.unusable("external.disabled", "process_command");
        }
        boolean windows = File.separatorChar == '\\';
        List<String> command = CommandLine.words(profile.required("process_command"), windows)
                .orElseThrow(() -> profile.unusable("program.command"));
        ExternalProgram program = new ExternalProgram(command, settings::programTimeout, failures);
        ExternalSession session = new ExternalSession(
                profile, program, (answer, mode) -> ofProfile(answer, mode, others, new HashSet<>(visited)));
        return new SessionCredentials(session, time);
    }

    private RoleToAssume role(Profile profile) throws CloudException {
        return role(profile, "ram_role_arn", "ram_session_name", "expired_seconds");
    }

    private RoleToAssume role(Profile profile, String arn, String session, String seconds) throws CloudException {
        long duration = profile.seconds(seconds);
        if (duration != 0 && duration < RoleToAssume.MIN_SECONDS) {
            throw profile.unusable("field.wrong", seconds, RoleToAssume.MIN_SECONDS);
        }
        return new RoleToAssume(
                profile.required(arn),
                profile.text(session).orElse(settings.sessionName()),
                duration == 0 ? RoleToAssume.DEFAULT_SECONDS : duration,
                profile.text("external_id").orElse(null),
                profile.text("policy").orElse(null),
                new TokenAddress(variables).of(profile));
    }

    /** The sessions of a role, assumed with the credentials of a caller. */
    CredentialsSource inRole(String arn, CredentialsSource caller) throws CloudException {
        URI address = new TokenAddress(variables).of(null);
        return session(
                new RoleToAssume(arn, settings.sessionName(), RoleToAssume.MIN_SECONDS, null, null, address), caller);
    }

    private CredentialsSource session(RoleToAssume role, CredentialsSource caller) {
        return new SessionCredentials(() -> tokens.assume(role, caller), time);
    }

    /** The source of a section of the shared file, by its {@code type}. */
    CredentialsSource ofSection(Profile section) throws CloudException {
        SectionType type = SectionType.of(section);
        return switch (type) {
            case ACCESS_KEY -> new FixedCredentials(section.key());
            case STS -> new FixedCredentials(section.session("security_token"));
            case RAM_ROLE_ARN -> session(sectionRole(section), new FixedCredentials(section.session("security_token")));
            case ECS_RAM_ROLE -> instanceRole(section, "role_name");
            case OIDC_ROLE_ARN -> oidc(section, sectionRole(section), "oidc_token_file_path");
            case CREDENTIALS_URI -> address(section);
            case RSA_KEY_PAIR, BEARER -> throw new IllegalStateException(type + " is refused before");
        };
    }

    private RoleToAssume sectionRole(Profile section) throws CloudException {
        return role(section, "role_arn", "role_session_name", "duration_seconds");
    }

    private CredentialsSource oidc(Profile profile, RoleToAssume role, String fileKey) throws CloudException {
        SettingsFile file = SettingsFile.named(profile.required(fileKey), fileKey + ", " + profile.place(), failures);
        return oidc(role, profile.required("oidc_provider_arn"), file);
    }

    CredentialsSource oidc(RoleToAssume role, String providerArn, SettingsFile tokenFile) {
        return new SessionCredentials(new OidcSession(tokens, role, providerArn, tokenFile, failures), time);
    }

    private CredentialsSource address(Profile profile) throws CloudException {
        return address(
                profile.required("credentials_uri"), (key, reason) -> profile.unusable(key, "credentials_uri", reason));
    }

    /** Makes the failure for an address. */
    interface AddressFailure {
        CloudException of(String key, String reason);
    }

    CredentialsSource address(String uri, AddressFailure failure) throws CloudException {
        if (variables.externalDisabled()) {
            throw failure.of("external.disabled", "");
        }
        if (!AddressSession.isSafe(uri)) {
            throw failure.of("address.unsafe", "");
        }
        return new SessionCredentials(
                new AddressSession(http, URI.create(uri), failures, reason -> failure.of("address.failed", reason)),
                time);
    }

    private CredentialsSource instanceRole(Profile profile, String roleKey) throws CloudException {
        if (variables.on(METADATA_DISABLED)) {
            throw profile.unusable("instance.disabled", METADATA_DISABLED);
        }
        Optional<String> role = profile.text(roleKey);
        return instanceRole(role.orElse(null), reason -> profile.unusable("instance.failed", reason));
    }

    CredentialsSource instanceRole(@Nullable String roleName, Function<String, CloudException> failure)
            throws CloudException {
        boolean oldProtocol = !variables.on("ALIBABA_CLOUD_IMDSV1_DISABLED");
        return new SessionCredentials(new InstanceRoleSession(http, roleName, oldProtocol, failures, failure), time);
    }
}
