/** The ports in memory. They decide as the cloud does, as far as the use cases can tell. */
@NullMarked
package dev.shareimage.app.fake;

import org.jspecify.annotations.NullMarked;
