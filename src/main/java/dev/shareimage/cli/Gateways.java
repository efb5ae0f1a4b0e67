package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;

/** Chooses the way to the cloud. */
@FunctionalInterface
public interface Gateways {

    Gateway choose(CloudOptions options, ProcessContext context);
}
