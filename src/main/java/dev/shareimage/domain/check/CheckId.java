package dev.shareimage.domain.check;

/** The checks, in the order in which they are shown. */
public enum CheckId {
    CREDENTIALS("credentials"),
    PERMISSIONS("permissions"),
    REGION_LISTED("region-listed"),
    IMAGE_FOUND("image-found"),
    IMAGE_OWNER("image-owner"),
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
    TRUST_SAFE("trust-safe"),
    ROLE("role"),
    POLICY("policy"),
    TRUST("trust"),
    TRUST_SIZE("trust-size");

    private final String label;

    CheckId(String label) {
        this.label = label;
    }

    /** The name in JSON, such as {@code key-enabled}. */
    public String label() {
        return label;
    }
}
