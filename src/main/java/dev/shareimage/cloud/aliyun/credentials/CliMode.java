package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The modes of the vendor's CLI, and which fields each needs. */
enum CliMode {
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
    /** Signs with an RSA key; the vendor calls it deprecated. */
    RSA_KEY_PAIR("RsaKeyPair"),
    /** Signs nothing, and no product that is called here takes it. */
    BEARER_TOKEN("BearerToken"),
    /** Signs nothing either. */
    ANONYMOUS("Anonymous");

    private final String label;
    private final List<String> fields;

    CliMode(String label, String... fields) {
        this.label = label;
        this.fields = List.of(fields);
    }

    String label() {
        return label;
    }

    /** What it cannot do without. */
    List<String> fields() {
        return fields;
    }

    boolean supported() {
        return this != RSA_KEY_PAIR && this != BEARER_TOKEN && this != ANONYMOUS;
    }

    /** Whether its fields are what a sign-in leaves, so that a person has to sign in where they are missing. */
    boolean signIn() {
        return this == CLOUD_SSO || this == OAUTH;
    }

    /**
     * The mode of the profile, with all that it needs.
     *
     * @throws CloudException when there is none, an unknown one, or one that lacks a field
     */
    static CliMode of(Profile profile) throws CloudException {
        CliMode mode = profile.has("mode") ? named(profile) : recognized(profile);
        if (!mode.supported()) {
            throw profile.unusable("mode.unsupported", mode.label, supportedLabels());
        }
        if (!mode.signIn()) {
            profile.require(mode.label, mode.fields);
        }
        return mode;
    }

    private static CliMode named(Profile profile) throws CloudException {
        String label = profile.required("mode");
        return Arrays.stream(values())
                .filter(mode -> mode.label.equals(label))
                .findFirst()
                .orElseThrow(() -> profile.unusable("mode.unknown", Names.quoted(label), supportedLabels()));
    }

    /** What the vendor's CLI takes a profile without a mode for, by its fields. */
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
        throw profile.unusable("mode.missing", supportedLabels());
    }

    private static CliMode ofKey(Profile profile) {
        if (profile.has("sts_token")) {
            return STS_TOKEN;
        }
        return profile.has("ram_role_arn") ? RAM_ROLE_ARN : AK;
    }

    private static String supportedLabels() {
        return Arrays.stream(values())
                .filter(CliMode::supported)
                .map(CliMode::label)
                .collect(Collectors.joining(", "));
    }
}
