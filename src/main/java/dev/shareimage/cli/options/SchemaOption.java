package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** Whether the JSON Schema of manifests is requested. */
public final class SchemaOption {

    @Option(names = "--schema", arity = "0")
    private boolean schema;

    /** Whether the JSON Schema of manifests is to be printed. */
    public boolean asked() {
        return schema;
    }
}
