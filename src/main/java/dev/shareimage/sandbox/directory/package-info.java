/** Resource Directory, 2022-04-19: an organization's tree of folders and accounts. */
@NullMarked
package dev.shareimage.sandbox.directory;

import org.jspecify.annotations.NullMarked;
