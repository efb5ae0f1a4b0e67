/** The trust policy of the role through which recipients use the owner's keys. */
@NullMarked
package dev.shareimage.domain.trust;

import org.jspecify.annotations.NullMarked;
