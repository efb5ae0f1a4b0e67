/** Faults, crashes, concurrent runs and hostile answers, on the sandbox. */
@NullMarked
package dev.shareimage.resilience;

import org.jspecify.annotations.NullMarked;
