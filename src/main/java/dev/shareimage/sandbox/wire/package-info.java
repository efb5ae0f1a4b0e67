/** The wire protocol of the sandbox: requests, signatures, parameters, answers and errors of RPC-style calls. */
@NullMarked
package dev.shareimage.sandbox.wire;

import org.jspecify.annotations.NullMarked;
