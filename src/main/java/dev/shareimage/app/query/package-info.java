/** Use cases that change nothing: the list of shares, the export as a manifest, the doctor's checks, the report. */
@NullMarked
package dev.shareimage.app.query;

import org.jspecify.annotations.NullMarked;
