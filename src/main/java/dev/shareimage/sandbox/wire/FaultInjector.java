package dev.shareimage.sandbox.wire;

/** Decides which faults affect a call. It is called by many threads. */
@FunctionalInterface
public interface FaultInjector {

    InjectedFault inject(Attempt attempt);
}
