/** Finds the requested images by name, family, tag or id, in any number of regions. */
@NullMarked
package dev.shareimage.app.select;

import org.jspecify.annotations.NullMarked;
