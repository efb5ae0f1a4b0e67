package dev.shareimage.app;

import dev.shareimage.app.manifest.NamedManifest;
import org.jspecify.annotations.Nullable;

/**
 * What to report.
 *
 * @param against what is compared with, or null
 * @param commands the options of commands that act as and where this request does
 */
public record ReportRequest(ListRequest images, @Nullable NamedManifest against, PastedCommands commands) {}
