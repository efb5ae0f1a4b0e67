/** The options, in groups. Each group is declared once and reads itself into a record. */
@NullMarked
package dev.shareimage.cli.options;

import org.jspecify.annotations.NullMarked;
