package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.List;

/** The types of the sections in the shared file of the vendor's SDKs, and the fields that each needs. */
enum SectionType implements CredentialForm {
    ACCESS_KEY("access_key", "access_key_id", "access_key_secret"),
    STS("sts", "access_key_id", "access_key_secret", "security_token"),
    RAM_ROLE_ARN("ram_role_arn", "access_key_id", "access_key_secret", "role_arn"),
    ECS_RAM_ROLE("ecs_ram_role"),
    OIDC_ROLE_ARN("oidc_role_arn", "oidc_provider_arn", "oidc_token_file_path", "role_arn"),
    CREDENTIALS_URI("credentials_uri", "credentials_uri"),
    RSA_KEY_PAIR("rsa_key_pair"),
    BEARER("bearer");

    private final String label;
    private final List<String> fields;

    SectionType(String label, String... fields) {
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
        return this != RSA_KEY_PAIR && this != BEARER;
    }

    /**
     * The type of a section that has all fields that the type needs.
     *
     * @throws CloudException if the section has no known type, or lacks a field
     */
    static SectionType of(Profile section) throws CloudException {
        SectionType type = CredentialForm.requireSupported(
                section.has("type") ? CredentialForm.named(section, values()) : recognized(section), section, values());
        section.require(type.label, type.fields);
        return type;
    }

    /** The type of a section without a type. The vendor requires a type, but a key is clear enough. */
    private static SectionType recognized(Profile section) throws CloudException {
        if (!section.has("access_key_id") && !section.has("access_key_secret")) {
            throw section.unusable("type.missing", CredentialForm.supported(values()));
        }
        if (section.has("role_arn")) {
            return RAM_ROLE_ARN;
        }
        return section.has("security_token") ? STS : ACCESS_KEY;
    }
}
