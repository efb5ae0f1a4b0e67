/** What happens when things go wrong: faults, crashes, many at once, hostile answers. */
@NullMarked
package dev.shareimage.resilience;

import org.jspecify.annotations.NullMarked;
