/** Writes the role and its trust policy so that no change is lost, prunes principals, and tells whom the role trusts. */
@NullMarked
package dev.shareimage.app.trust;

import org.jspecify.annotations.NullMarked;
