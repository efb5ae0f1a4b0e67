package dev.shareimage.domain;

/** The id of a KMS key as a snapshot names it, such as {@code key-hzz630494463ejqjx0000} or a UUID. */
public record KeyId(String value) {

    private static final Rule RULE = new Rule("[A-Za-z0-9:/_-]{1,256}", "is not a KMS key id");

    public KeyId {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
