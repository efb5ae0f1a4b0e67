/** The entrance for other programs, used as they use it. */
@NullMarked
package dev.shareimage.library;

import org.jspecify.annotations.NullMarked;
