package dev.shareimage.cloud.aliyun.http;

/** The range of port numbers. */
public final class Ports {

    public static final int MAX_PORT = 65_535;

    private Ports() {}
}
