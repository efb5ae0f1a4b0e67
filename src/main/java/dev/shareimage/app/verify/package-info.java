/** The recipient's side: which images it received, and whether they can be launched. */
@NullMarked
package dev.shareimage.app.verify;

import org.jspecify.annotations.NullMarked;
