/** Quota Center, 2020-05-10: the limits of shares and images of an account. */
@NullMarked
package dev.shareimage.sandbox.quotas;

import org.jspecify.annotations.NullMarked;
