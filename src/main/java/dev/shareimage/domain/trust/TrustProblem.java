package dev.shareimage.domain.trust;

/**
 * Something wrong in a trust policy that others may have written.
 *
 * @param statement counted from 1; 0 for the document itself
 * @param detail the value that is wrong
 */
public record TrustProblem(Kind kind, int statement, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** Every account's ECS in the world may use the key: {@code *@ecs.aliyuncs.com}, or wider, without a condition. */
        OPEN_DOOR,
        /** Every RAM identity in the world may assume the role: {@code "RAM": "*"}, or with any account, unconditionally. */
        OPEN_TO_IDENTITIES,
        /** A principal with a space in it, as machine-translated documentation has: it matches nobody. */
        SPACE_IN_PRINCIPAL,
        /** {@code ecs.aliyuncs.com} without an account: sharing needs {@code UID@ecs.aliyuncs.com}. */
        SERVICE_WITHOUT_ACCOUNT,
        MISSING_VERSION,
        /** Account ids and {@code *@} in one statement: the condition binds both. */
        MIXED_AUDIENCE,
        /** A wildcard under {@code StringEquals} is taken literally and matches nobody. */
        WILDCARD_NOT_EVALUATED,
        /** A statement that does not allow {@code sts:AssumeRole} although it names ECS. */
        OTHER_ACTION
    }

    /** Whether it endangers the key now, rather than being a mistake that matches nobody. */
    public boolean critical() {
        return kind == Kind.OPEN_DOOR || kind == Kind.OPEN_TO_IDENTITIES;
    }
}
