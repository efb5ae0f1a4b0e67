package dev.shareimage.cloud.aliyun.http;

/** Numbers of ports. */
public final class Ports {

    public static final int MAX = 65_535;

    private Ports() {}
}
