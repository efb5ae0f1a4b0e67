/** The use cases over the SDK's adapters on the sandbox. */
@NullMarked
package dev.shareimage.app.sandbox;

import org.jspecify.annotations.NullMarked;
