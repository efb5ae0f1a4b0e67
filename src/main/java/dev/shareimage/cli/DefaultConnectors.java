package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;

/** Chooses the real cloud, or the local one if an option asks for it. This is the only place that tells them apart. */
public final class DefaultConnectors implements CloudConnectors {

    @Override
    public CloudConnector choose(CloudOptions options, ProcessContext context) {
        return options.sandbox().isPresent()
                ? new SandboxConnector(SandboxDirectory.of(options, context), context)
                : new AliyunConnector(context, context.environment(), null);
    }
}
