/** Resource Sharing, 2020-01-10: shares of resources with accounts, folders and directories. */
@NullMarked
package dev.shareimage.sandbox.sharing;

import org.jspecify.annotations.NullMarked;
