/** Writes the role and its trust policy so that nobody's change is lost, takes principals out, and tells whom the role trusts. */
@NullMarked
package dev.shareimage.app.trust;

import org.jspecify.annotations.NullMarked;
