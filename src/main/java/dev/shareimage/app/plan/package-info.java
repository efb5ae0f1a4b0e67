/** What will be changed, as a value. */
@NullMarked
package dev.shareimage.app.plan;

import org.jspecify.annotations.NullMarked;
