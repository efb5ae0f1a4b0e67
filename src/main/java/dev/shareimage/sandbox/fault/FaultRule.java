package dev.shareimage.sandbox.fault;

/** One fault: which calls it meets, and what it does to them. */
public record FaultRule(CallMatch match, Occurrence occurrence, Effect effect) {}
