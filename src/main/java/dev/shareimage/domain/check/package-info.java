/** What a check found. */
@NullMarked
package dev.shareimage.domain.check;

import org.jspecify.annotations.NullMarked;
