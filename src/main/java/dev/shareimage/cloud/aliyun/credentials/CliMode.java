package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.List;

/** The modes of the vendor's CLI, and the fields that each needs. */
enum CliMode implements CredentialForm {
    AK("AK", "access_key_id", "access_key_secret"),
    STS_TOKEN("StsToken", "access_key_id", "access_key_secret", "sts_token"),
    RAM_ROLE_ARN("RamRoleArn", "access_key_id", "access_key_secret", "ram_role_arn"),
    ECS_RAM_ROLE("EcsRamRole"),
    RAM_ROLE_ARN_WITH_ROLE_NAME("RamRoleArnWithRoleName", "ram_role_arn"),
    CHAINABLE_RAM_ROLE_ARN("ChainableRamRoleArn", "source_profile", "ram_role_arn"),
    OIDC("OIDC", "oidc_provider_arn", "oidc_token_file", "ram_role_arn"),
    EXTERNAL("External", "process_command"),
    CREDENTIALS_URI("CredentialsURI", "credentials_uri"),
    CLOUD_SSO("CloudSSO", "access_key_id", "access_key_secret", "sts_token"),
    OAUTH("OAuth", "access_key_id", "access_key_secret", "sts_token"),
    /** Signs with an RSA key. The vendor calls it deprecated. */
    RSA_KEY_PAIR("RsaKeyPair"),
    /** Does not sign, and no product that is called here accepts it. */
    BEARER_TOKEN("BearerToken"),
    /** Does not sign either. */
    ANONYMOUS("Anonymous");

    private final String label;
    private final List<String> fields;

    CliMode(String label, String... fields) {
        this.label = label;
        this.fields = List.of(fields);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public boolean supported() {
        return this != RSA_KEY_PAIR && this != BEARER_TOKEN && this != ANONYMOUS;
    }

    /** Whether a sign-in writes its fields, so that a person must sign in if they are missing. */
    boolean signIn() {
        return this == CLOUD_SSO || this == OAUTH;
    }

    /**
     * The mode of a profile that has all fields that the mode needs.
     *
     * @throws CloudException if the profile has no known mode, or lacks a field
     */
    static CliMode of(Profile profile) throws CloudException {
        CliMode mode = CredentialForm.requireSupported(
                profile.has("mode") ? CredentialForm.named(profile, values()) : recognized(profile), profile, values());
        if (!mode.signIn()) {
            profile.require(mode.label, mode.fields);
        }
        return mode;
    }

    /** The mode that the vendor's CLI uses for a profile without a mode, by its fields. */
    private static CliMode recognized(Profile profile) throws CloudException {
        if (profile.has("access_key_id") || profile.has("access_key_secret")) {
            return ofKey(profile);
        }
        if (profile.has("private_key") && profile.has("key_pair_name")) {
            return RSA_KEY_PAIR;
        }
        if (profile.has("ram_role_name")) {
            return ECS_RAM_ROLE;
        }
        if (profile.has("process_command")) {
            return EXTERNAL;
        }
        if (profile.has("oidc_provider_arn") || profile.has("oidc_token_file")) {
            return OIDC;
        }
        if (profile.has("cloud_sso_sign_in_url")) {
            return CLOUD_SSO;
        }
        if (profile.has("bearer_token")) {
            return BEARER_TOKEN;
        }
        throw profile.unusable("mode.missing", CredentialForm.supported(values()));
    }

    private static CliMode ofKey(Profile profile) {
        if (profile.has("sts_token")) {
            return STS_TOKEN;
        }
        return profile.has("ram_role_arn") ? RAM_ROLE_ARN : AK;
    }
}
