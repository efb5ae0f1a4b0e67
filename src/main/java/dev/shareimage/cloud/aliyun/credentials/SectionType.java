package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The types of a section of the file that the vendor's SDKs share, and which fields each needs. */
enum SectionType {
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

    String label() {
        return label;
    }

    List<String> fields() {
        return fields;
    }

    boolean supported() {
        return this != RSA_KEY_PAIR && this != BEARER;
    }

    /**
     * The type of the section, with all that it needs.
     *
     * @throws CloudException when there is none, an unknown one, or one that lacks a field
     */
    static SectionType of(Profile section) throws CloudException {
        SectionType type = section.has("type") ? named(section) : recognized(section);
        if (!type.supported()) {
            throw section.unusable("mode.unsupported", type.label, supportedLabels());
        }
        section.require(type.label, type.fields);
        return type;
    }

    private static SectionType named(Profile section) throws CloudException {
        String label = section.required("type");
        return Arrays.stream(values())
                .filter(type -> type.label.equals(label))
                .findFirst()
                .orElseThrow(() -> section.unusable("mode.unknown", Names.quoted(label), supportedLabels()));
    }

    /** The vendor wants a type; a key says enough without. */
    private static SectionType recognized(Profile section) throws CloudException {
        if (!section.has("access_key_id") && !section.has("access_key_secret")) {
            throw section.unusable("type.missing", supportedLabels());
        }
        if (section.has("role_arn")) {
            return RAM_ROLE_ARN;
        }
        return section.has("security_token") ? STS : ACCESS_KEY;
    }

    private static String supportedLabels() {
        return Arrays.stream(values())
                .filter(SectionType::supported)
                .map(SectionType::label)
                .collect(Collectors.joining(", "));
    }
}
