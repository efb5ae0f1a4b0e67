package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;

/**
 * The identity that the credentials belong to.
 *
 * @param identityType {@code Account}, {@code RAMUser} or {@code AssumedRoleUser}
 */
public record CallerIdentity(AccountId account, String identityType, String arn) {}
