/** Waits for images that are being made, and makes copies of images in other regions, each once. */
@NullMarked
package dev.shareimage.app.copy;

import org.jspecify.annotations.NullMarked;
