package dev.shareimage.sandbox.fault;

/** One fault: the calls that it affects, and what it does to them. */
record FaultRule(CallMatch match, Occurrence occurrence, Effect effect) {}
