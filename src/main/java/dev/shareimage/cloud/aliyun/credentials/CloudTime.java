package dev.shareimage.cloud.aliyun.credentials;

import java.time.Instant;
import java.time.InstantSource;

/** The cloud's clock, by which sessions expire: this machine's, corrected by what the cloud's answers say. */
public interface CloudTime extends InstantSource {

    /** The time as the cloud says it when it is asked; as far as it is known where it does not answer. */
    Instant ask();
}
