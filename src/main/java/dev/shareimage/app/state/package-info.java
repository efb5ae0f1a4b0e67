/** Reads the present state, with independent calls at the same time. */
@NullMarked
package dev.shareimage.app.state;

import org.jspecify.annotations.NullMarked;
