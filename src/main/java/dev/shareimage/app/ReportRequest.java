package dev.shareimage.app;

import dev.shareimage.app.manifest.NamedManifest;
import org.jspecify.annotations.Nullable;

/**
 * What to report.
 *
 * @param against the manifest to compare with, or null
 * @param commands the options with which proposed commands use the same identity and place
 */
public record ReportRequest(ListRequest images, @Nullable NamedManifest against, PastedCommands commands) {}
