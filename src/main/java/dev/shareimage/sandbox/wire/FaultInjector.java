package dev.shareimage.sandbox.wire;

/** Decides what goes wrong with which call; called by many threads at once. */
@FunctionalInterface
public interface FaultInjector {

    InjectedFault inject(Attempt attempt);
}
