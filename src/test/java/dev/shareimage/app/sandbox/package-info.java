/** The use cases with the SDK's adapters on the sandbox. */
@NullMarked
package dev.shareimage.app.sandbox;

import org.jspecify.annotations.NullMarked;
