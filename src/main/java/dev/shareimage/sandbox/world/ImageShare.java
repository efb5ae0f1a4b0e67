package dev.shareimage.sandbox.world;

import java.time.Instant;

/** An account that may use an image, and since when. */
public record ImageShare(String accountId, Instant since) {}
