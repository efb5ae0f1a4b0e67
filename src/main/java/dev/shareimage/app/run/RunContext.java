package dev.shareimage.app.run;

import dev.shareimage.app.Progress;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.domain.Messages;

/**
 * What every use case works with.
 *
 * @param maxAttempts how often a call is sent at most, including the first time
 * @param progress is told of waits before anything is proposed
 */
public record RunContext(
        Cloud cloud,
        Parallel parallel,
        RunClock clock,
        int maxAttempts,
        HostLock lock,
        Messages messages,
        Progress progress) {}
