package dev.shareimage.cloud.aliyun.credentials;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The cloud's clock, by which sessions expire. It is this machine's clock, corrected by the dates of the cloud's
 * answers.
 */
public interface CloudTime extends InstantSource {

    /** Asks the cloud for the time. Returns the time as far as it is known if the cloud does not answer. */
    Instant ask();
}
