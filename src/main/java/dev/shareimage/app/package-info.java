/** The use cases: what to check, what to change, in what order. */
@NullMarked
package dev.shareimage.app;

import org.jspecify.annotations.NullMarked;
