/** Reads the present state, independent calls side by side. */
@NullMarked
package dev.shareimage.app.state;

import org.jspecify.annotations.NullMarked;
