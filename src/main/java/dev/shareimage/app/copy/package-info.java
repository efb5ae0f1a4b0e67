/** Waits for images that are being created, and copies images to other regions, each once. */
@NullMarked
package dev.shareimage.app.copy;

import org.jspecify.annotations.NullMarked;
