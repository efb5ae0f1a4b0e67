package dev.shareimage.sandbox.wire;

/** Who signed a call. */
public interface Caller {

    /** The account, 16 digits. */
    String accountId();

    /** The RAM name of the identity, such as {@code acs:ram::1000000000000001:user/publisher}. */
    String arn();

    /** {@code Account}, {@code SubUser} or {@code AssumedRoleUser}. */
    String principalType();

    /** A number, or number and session name: the identity as error answers show it. */
    String principalId();

    /**
     * Passes when the identity's RAM policies allow the action on the resource; the account itself may do everything.
     *
     * @param action such as {@code ecs:DescribeImages}
     * @param resource such as {@code acs:ecs:cn-hongkong:1000000000000001:image/m-1}, or {@code *}
     * @throws ApiError 403 {@code Forbidden.RAM} for ECS actions, {@code NoPermission} for RAM and STS actions, each
     *     product's own code otherwise, naming the action
     */
    void require(String action, String resource) throws ApiError;
}
