/** Implements the ports with the vendor's SDK, one adapter for each, and combines them into the cloud. */
@NullMarked
package dev.shareimage.cloud.aliyun;

import org.jspecify.annotations.NullMarked;
