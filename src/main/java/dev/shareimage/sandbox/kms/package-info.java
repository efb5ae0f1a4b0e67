/** Key Management Service, 2016-01-20: keys, their aliases and tags. */
@NullMarked
package dev.shareimage.sandbox.kms;

import org.jspecify.annotations.NullMarked;
