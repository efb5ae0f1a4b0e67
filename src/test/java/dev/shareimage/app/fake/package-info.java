/** The ports in memory: a cloud that decides as the real one, as far as the use cases can tell. */
@NullMarked
package dev.shareimage.app.fake;

import org.jspecify.annotations.NullMarked;
