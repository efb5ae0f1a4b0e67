/** Fault injection: scenarios that say which faults affect which calls. */
@NullMarked
package dev.shareimage.sandbox.fault;

import org.jspecify.annotations.NullMarked;
