/** Judges what the survey found, before anything is written. */
@NullMarked
package dev.shareimage.app.checks;

import org.jspecify.annotations.NullMarked;
