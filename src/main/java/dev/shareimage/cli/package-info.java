/** The command line: one class per command, and what they have in common. */
@NullMarked
package dev.shareimage.cli;

import org.jspecify.annotations.NullMarked;
