package dev.shareimage.cloud.aliyun.credentials;

/** Credentials that stay the same for the whole run. */
record FixedCredentials(Credentials current) implements CredentialsSource {}
