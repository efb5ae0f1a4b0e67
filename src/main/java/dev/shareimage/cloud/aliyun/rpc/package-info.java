/** Calls through the SDK's clients: requests, signing, retries, rate limits, errors, pages, redaction. */
@NullMarked
package dev.shareimage.cloud.aliyun.rpc;

import org.jspecify.annotations.NullMarked;
