package dev.shareimage.cloud.aliyun;

/** Numbers of ports. */
final class Ports {

    static final int MAX = 65_535;

    private Ports() {}
}
