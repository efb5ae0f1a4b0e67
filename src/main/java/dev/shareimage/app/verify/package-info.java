/** The recipient's side: what has come, and whether it can be launched. */
@NullMarked
package dev.shareimage.app.verify;

import org.jspecify.annotations.NullMarked;
