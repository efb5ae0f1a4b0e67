/** Third-party programs and libraries against the sandbox. */
@NullMarked
package dev.shareimage.clients;

import org.jspecify.annotations.NullMarked;
