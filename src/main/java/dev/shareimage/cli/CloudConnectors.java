package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;

/** Chooses how to connect to the cloud. */
@FunctionalInterface
interface CloudConnectors {

    CloudConnector choose(CloudOptions options, ProcessContext context);
}
