package dev.shareimage.domain.trust;

/**
 * A problem in a trust policy that others may have written.
 *
 * @param statement the number of the statement, counted from 1; 0 for the document itself
 * @param detail the value that is wrong
 */
public record TrustProblem(Kind kind, int statement, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** ECS of every account in the world may use the key: {@code *@ecs.aliyuncs.com}, or wider, without a condition. */
        ANY_ACCOUNT,
        /** Every RAM identity in the world may assume the role: {@code "RAM": "*"} or similar, without a condition. */
        ANY_IDENTITY,
        /** A principal contains a space, as in machine-translated documentation. It matches nobody. */
        SPACE_IN_PRINCIPAL,
        /** The principal is {@code ecs.aliyuncs.com} without an account. Sharing needs {@code UID@ecs.aliyuncs.com}. */
        SERVICE_WITHOUT_ACCOUNT,
        MISSING_VERSION,
        /** One statement has both account ids and {@code *@}. Its condition applies to both. */
        MIXED_AUDIENCE,
        /** A condition with {@code StringEquals} has a wildcard. It is taken literally and matches nobody. */
        WILDCARD_NOT_EVALUATED,
        /** A statement names ECS but does not allow {@code sts:AssumeRole}. */
        OTHER_ACTION
    }

    /** Whether strangers can use the key now. Other problems are mistakes that match nobody. */
    public boolean critical() {
        return kind == Kind.ANY_ACCOUNT || kind == Kind.ANY_IDENTITY;
    }
}
