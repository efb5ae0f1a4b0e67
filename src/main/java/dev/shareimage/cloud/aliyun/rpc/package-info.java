/** Calls through the SDK's clients: requests, signing, retries, pace, errors, pages, redaction. */
@NullMarked
package dev.shareimage.cloud.aliyun.rpc;

import org.jspecify.annotations.NullMarked;
