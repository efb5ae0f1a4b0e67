/** The report as one web page that loads nothing else. */
@NullMarked
package dev.shareimage.cli.view.page;

import org.jspecify.annotations.NullMarked;
