/** JSON, read strictly and written as it was read. */
@NullMarked
package dev.shareimage.domain.json;

import org.jspecify.annotations.NullMarked;
