/** The results of checks: findings, each with a status and a fix. */
@NullMarked
package dev.shareimage.domain.check;

import org.jspecify.annotations.NullMarked;
