package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;

/** The real cloud, or the local one when it is asked for; the only place that tells them apart. */
public final class CloudGateways implements Gateways {

    @Override
    public Gateway choose(CloudOptions options, ProcessContext context) {
        return options.sandbox().isPresent()
                ? new SandboxGateway(SandboxDirectory.of(options, context), context)
                : new AliyunGateway(context, context.environment());
    }
}
