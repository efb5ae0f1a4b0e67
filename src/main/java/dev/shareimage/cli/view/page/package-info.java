/** The report as a web page that needs nothing but itself. */
@NullMarked
package dev.shareimage.cli.view.page;

import org.jspecify.annotations.NullMarked;
