/** Carries a plan out, reads back, and keeps the books. */
@NullMarked
package dev.shareimage.app.run;

import org.jspecify.annotations.NullMarked;
