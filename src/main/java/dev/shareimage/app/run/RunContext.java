package dev.shareimage.app.run;

import dev.shareimage.app.Progress;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.domain.Messages;

/**
 * What every use case works with.
 *
 * @param progress is told of waits before anything is proposed
 */
public record RunContext(
        Cloud cloud, Parallel parallel, RunClock clock, HostLock lock, Messages messages, Progress progress) {}
