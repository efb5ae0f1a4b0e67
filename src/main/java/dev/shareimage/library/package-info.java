/** The entrance: the one place that assembles the service, for the command line, for tests and for other programs. */
@NullMarked
package dev.shareimage.library;

import org.jspecify.annotations.NullMarked;
