/** The trust policy of the role that lends the key. */
@NullMarked
package dev.shareimage.domain.trust;

import org.jspecify.annotations.NullMarked;
