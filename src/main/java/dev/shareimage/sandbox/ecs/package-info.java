/** Elastic Compute Service, 2014-05-26: regions, images, their shares, snapshots, launches. */
@NullMarked
package dev.shareimage.sandbox.ecs;

import org.jspecify.annotations.NullMarked;
