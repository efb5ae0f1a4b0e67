/** The state of the sandbox: accounts, identities, keys, images, shares, and the file that keeps them. */
@NullMarked
package dev.shareimage.sandbox.world;

import org.jspecify.annotations.NullMarked;
