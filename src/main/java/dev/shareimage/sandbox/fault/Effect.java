package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.InjectedFault;

/** What a rule does to a call. It may count calls, and is called by many threads. */
@FunctionalInterface
interface Effect {

    InjectedFault on(Attempt attempt);
}
