package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;

/** Chooses the way to the cloud. */
@FunctionalInterface
public interface CloudConnectors {

    CloudConnector choose(CloudOptions options, ProcessContext context);
}
