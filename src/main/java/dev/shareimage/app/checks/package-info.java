/** Checks the observed state before anything is written. */
@NullMarked
package dev.shareimage.app.checks;

import org.jspecify.annotations.NullMarked;
