/** RAM policies for people: who may call what. */
@NullMarked
package dev.shareimage.domain.permission;

import org.jspecify.annotations.NullMarked;
