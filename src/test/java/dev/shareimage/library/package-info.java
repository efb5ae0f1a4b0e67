/** The API for other programs, used like in another program. */
@NullMarked
package dev.shareimage.library;

import org.jspecify.annotations.NullMarked;
