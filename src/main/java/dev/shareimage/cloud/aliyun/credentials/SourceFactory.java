package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the source that a profile, a section or a variable describes. */
final class SourceFactory {

    private final CredentialSettings settings;
    private final TokenService tokens;
    private final CredentialsHttp http;

    SourceFactory(CredentialSettings settings, TokenService tokens, CredentialsHttp http) {
        this.settings = settings;
        this.tokens = tokens;
        this.http = http;
    }

    /** What a profile of the vendor's CLI describes, by its {@code mode}. */
    CredentialsSource ofProfile(Profile profile, CliProfiles others) throws CloudException {
        return ofProfile(profile, others, new HashSet<>());
    }

    private CredentialsSource ofProfile(Profile profile, CliProfiles others, Set<String> visited)
            throws CloudException {
        if (!visited.add(profile.name())) {
            throw profile.problem("leads back to itself by source_profile");
        }
        String mode = profile.text("mode").orElse("AK");
        return switch (mode) {
            case "AK" ->
                new FixedCredentials(
                        Credentials.key(profile.required("access_key_id"), profile.required("access_key_secret")));
            case "StsToken" -> new FixedCredentials(profile.key("sts_token"));
            case "CloudSSO", "OAuth" -> signedIn(profile, mode);
            case "RamRoleArn" -> session(profile, new FixedCredentials(profile.key("sts_token")));
            case "EcsRamRole" -> instanceRole(profile.text("ram_role_name").orElse(null));
            case "RamRoleArnWithRoleName" ->
                session(profile, instanceRole(profile.text("ram_role_name").orElse(null)));
            case "ChainableRamRoleArn" -> session(profile, sourceProfile(profile, others, visited));
            case "OIDC" ->
                oidc(role(profile), profile.required("oidc_provider_arn"), profile.required("oidc_token_file"));
            case "CredentialsURI" -> address(profile.required("credentials_uri"));
            case "External" ->
                new SessionCredentials(
                        new ProcessSession(profile, profile.required("process_command"), settings::patience),
                        settings.clock());
            default -> throw profile.problem("has mode " + Profile.quoted(mode) + ", which is not supported");
        };
    }

    /** The CLI keeps the session of a sign-in in the profile. */
    private static CredentialsSource signedIn(Profile profile, String mode) throws CloudException {
        if (profile.text("access_key_id").isEmpty() || profile.text("sts_token").isEmpty()) {
            throw profile.problem("is not signed in: run 'aliyun configure --mode " + mode + "'");
        }
        return new FixedCredentials(profile.key("sts_token"));
    }

    private CredentialsSource sourceProfile(Profile profile, CliProfiles others, Set<String> visited)
            throws CloudException {
        String name = profile.required("source_profile");
        Profile source = others.named(name)
                .orElseThrow(() ->
                        profile.problem("has source_profile '" + Profile.quoted(name) + "', which does not exist"));
        return ofProfile(source, others, visited);
    }

    private RoleToAssume role(Profile profile) throws CloudException {
        return profile.role("ram_role_arn", "ram_session_name", "expired_seconds", settings.sessionName());
    }

    private CredentialsSource session(Profile profile, CredentialsSource caller) throws CloudException {
        return session(role(profile), caller);
    }

    private CredentialsSource session(RoleToAssume role, CredentialsSource caller) {
        return new SessionCredentials(() -> tokens.assume(role, caller), settings.clock());
    }

    /** What a section of the shared file describes, by its {@code type}. */
    CredentialsSource ofSharedFile(Profile section) throws CloudException {
        String type = section.text("type").orElse("access_key");
        return switch (type) {
            case "access_key" ->
                new FixedCredentials(
                        Credentials.key(section.required("access_key_id"), section.required("access_key_secret")));
            case "sts" -> new FixedCredentials(section.key("security_token"));
            case "ram_role_arn" -> session(sharedRole(section), new FixedCredentials(section.key("security_token")));
            case "ecs_ram_role" -> instanceRole(section.text("role_name").orElse(null));
            case "oidc_role_arn" ->
                oidc(
                        sharedRole(section),
                        section.required("oidc_provider_arn"),
                        section.required("oidc_token_file_path"));
            case "credentials_uri" -> address(section.required("credentials_uri"));
            default -> throw section.problem("has type " + Profile.quoted(type) + ", which is not supported");
        };
    }

    private RoleToAssume sharedRole(Profile section) throws CloudException {
        return section.role("role_arn", "role_session_name", "duration_seconds", settings.sessionName());
    }

    CredentialsSource oidc(RoleToAssume role, String providerArn, String tokenFile) {
        return new SessionCredentials(new OidcSession(tokens, role, providerArn, tokenFile), settings.clock());
    }

    CredentialsSource address(String uri) throws CloudException {
        return new SessionCredentials(new AddressSession(http, AddressSession.checked(uri)), settings.clock());
    }

    CredentialsSource instanceRole(@Nullable String roleName) {
        boolean oldProtocol = !settings.enabled("ALIBABA_CLOUD_IMDSV1_DISABLED");
        return new SessionCredentials(new InstanceRoleSession(http, roleName, oldProtocol), settings.clock());
    }
}
