/** The ports over the vendor's SDK, one adapter for each, and the cloud that they make together. */
@NullMarked
package dev.shareimage.cloud.aliyun;

import org.jspecify.annotations.NullMarked;
