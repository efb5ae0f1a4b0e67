package dev.shareimage.cloud;

import dev.shareimage.domain.AccountId;

/**
 * The identity that the credentials belong to.
 *
 * @param arn its resource name, such as {@code acs:ram::UID:user/NAME}; empty if the answer has none
 */
public record CallerIdentity(AccountId account, String arn) {}
