package dev.shareimage.cli.options;

import picocli.CommandLine.Option;

/** Whether the form of manifests is asked for, not one of them. */
public final class SchemaOption {

    @Option(names = "--schema", arity = "0")
    private boolean schema;

    /** Whether the JSON Schema of manifests is to be printed. */
    public boolean asked() {
        return schema;
    }
}
