/** The report on who has which image, for one or several accounts, as data: state, findings and exceptions. */
@NullMarked
package dev.shareimage.app.report;

import org.jspecify.annotations.NullMarked;
