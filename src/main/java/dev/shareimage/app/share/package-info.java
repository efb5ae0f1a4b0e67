/** Shares images with accounts and through resource shares, takes them back, and confirms both by reading back. */
@NullMarked
package dev.shareimage.app.share;

import org.jspecify.annotations.NullMarked;
