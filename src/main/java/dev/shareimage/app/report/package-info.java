/** Who has which image, of one or several accounts, as data: what was read, what is to be said of it, what was accepted. */
@NullMarked
package dev.shareimage.app.report;

import org.jspecify.annotations.NullMarked;
