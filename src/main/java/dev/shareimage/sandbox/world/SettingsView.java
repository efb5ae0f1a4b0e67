package dev.shareimage.sandbox.world;

import java.util.function.UnaryOperator;

/** Other settings that some work on a world sees in place of the stored ones, which do not change. */
public record SettingsView(UnaryOperator<Settings> settings, UnaryOperator<ImageSettings> imageSettings) {

    /** The stored settings. */
    public static final SettingsView STORED = new SettingsView(UnaryOperator.identity(), UnaryOperator.identity());
}
