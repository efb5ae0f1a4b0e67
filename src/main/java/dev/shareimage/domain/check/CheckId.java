package dev.shareimage.domain.check;

/** The checks, in the order in which they are shown. */
public enum CheckId {
    CREDENTIALS("credentials"),
    PERMISSIONS("permissions"),
    REGION_LISTED("region-listed"),
    IMAGE_FOUND("image-found"),
    IMAGE_OWNER("image-owner"),
    IMAGE_VISIBLE("image-visible"),
    IMAGE_STATE("image-state"),
    IMAGE_PRIVATE("image-private"),
    IMAGE_ENCRYPTED("image-encrypted"),
    SINGLE_SNAPSHOT("single-snapshot"),
    KEY_KNOWN("key-known"),
    KEY_CUSTOMER_MANAGED("key-customer-managed"),
    KEY_ENABLED("key-enabled"),
    KEY_TAGGED("key-tagged"),
    MARKETPLACE("marketplace"),
    COPY("copy"),
    ACCOUNTS_VALID("accounts-valid"),
    QUOTA("quota"),
    DIRECTORY("directory"),
    SHARING_ENABLED("sharing-enabled"),
    DOUBLE_SHARE("double-share"),
    ASSOCIATION("association"),
    REMOVAL_LIMIT("removal-limit"),
    IMAGE_SHARED("image-shared"),
    TRUST_SAFE("trust-safe"),
    ROLE("role"),
    POLICY("policy"),
    TRUST("trust"),
    TRUST_SIZE("trust-size"),
    ZONES("zones"),
    KMS_OPENED("kms-opened"),
    OWN_KEY("own-key"),
    OWN_KEY_SPEC("own-key-spec"),
    OWN_KEY_ENABLED("own-key-enabled"),
    OWN_KEY_TAGGED("own-key-tagged"),
    OWN_ROLE("own-role"),
    OWN_ROLE_TRUST("own-role-trust"),
    OWN_ROLE_POLICY("own-role-policy"),
    DRY_RUN_COPY("dry-run-copy"),
    DRY_RUN_LAUNCH("dry-run-launch");

    private final String label;

    CheckId(String label) {
        this.label = label;
    }

    /** The name in JSON, such as {@code key-enabled}. */
    public String label() {
        return label;
    }
}
