/** Shares images with accounts and through resource shares, unshares them, and confirms both by reading back. */
@NullMarked
package dev.shareimage.app.share;

import org.jspecify.annotations.NullMarked;
