/** Quota Center, 2020-05-10. */
@NullMarked
package dev.shareimage.sandbox.quotas;

import org.jspecify.annotations.NullMarked;
