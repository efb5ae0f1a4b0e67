package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.InjectedFault;

/** What a rule does to a call it meets; may keep count, and is called by many threads at once. */
@FunctionalInterface
public interface Effect {

    InjectedFault on(Attempt attempt);
}
