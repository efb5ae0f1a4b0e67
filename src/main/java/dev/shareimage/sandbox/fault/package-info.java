/** Fault injection: scenarios of what goes wrong with which calls. */
@NullMarked
package dev.shareimage.sandbox.fault;

import org.jspecify.annotations.NullMarked;
