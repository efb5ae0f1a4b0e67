/** The program's entry: streams and environment in, exit code out. */
@NullMarked
package dev.shareimage;

import org.jspecify.annotations.NullMarked;
