package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.SettingsView;

/** Decides which faults affect a call. It is called by many threads. */
public interface FaultInjector {

    InjectedFault inject(Attempt attempt);

    /** The settings that calls see in place of those of the world. */
    SettingsView settings();
}
