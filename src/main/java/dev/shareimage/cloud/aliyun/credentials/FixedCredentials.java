package dev.shareimage.cloud.aliyun.credentials;

/** Credentials that do not change during the run. */
record FixedCredentials(Credentials current) implements CredentialsSource {}
