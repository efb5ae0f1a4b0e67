/** Checks that pages and messages agree with the program. */
@NullMarked
package dev.shareimage.docs;

import org.jspecify.annotations.NullMarked;
