/** Commands that change nothing: the list of shares, the export as a manifest, the doctor's report. */
@NullMarked
package dev.shareimage.app.query;

import org.jspecify.annotations.NullMarked;
