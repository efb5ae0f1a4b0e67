package dev.shareimage.app.run;

import dev.shareimage.app.survey.Parallel;
import dev.shareimage.cloud.Cloud;
import dev.shareimage.domain.Messages;

/** What every use case works with. */
public record Run(Cloud cloud, Parallel parallel, Timing timing, HostLock lock, Messages messages) {}
