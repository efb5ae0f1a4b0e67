/** The use cases: what to check, what to change, and in which order. */
@NullMarked
package dev.shareimage.app;

import org.jspecify.annotations.NullMarked;
