/** The plan of a command: the steps that it will carry out, as values. */
@NullMarked
package dev.shareimage.app.plan;

import org.jspecify.annotations.NullMarked;
