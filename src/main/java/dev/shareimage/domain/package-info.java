/** Values with their rules: ids, share targets, regions. */
@NullMarked
package dev.shareimage.domain;

import org.jspecify.annotations.NullMarked;
