/** The use cases over the SDK's adapters on the sandbox. */
@NullMarked
package dev.shareimage.app.live;

import org.jspecify.annotations.NullMarked;
