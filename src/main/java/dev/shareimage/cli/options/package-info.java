/** The options: declared once in groups, each of which reads itself into a record. */
@NullMarked
package dev.shareimage.cli.options;

import org.jspecify.annotations.NullMarked;
