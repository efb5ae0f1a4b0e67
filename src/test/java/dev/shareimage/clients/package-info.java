/** Programs and libraries that others wrote, against the sandbox. */
@NullMarked
package dev.shareimage.clients;

import org.jspecify.annotations.NullMarked;
