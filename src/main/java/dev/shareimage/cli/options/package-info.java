/** The command-line options, in groups. Each group is a mixin that several commands can use. */
@NullMarked
package dev.shareimage.cli.options;

import org.jspecify.annotations.NullMarked;
