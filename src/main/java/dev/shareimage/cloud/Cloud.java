package dev.shareimage.cloud;

/** All ports. Each is made when it is first used. */
public interface Cloud {

    Identity identity();

    Images images();

    ImageShares imageShares();

    Roles roles();

    Keys keys();

    Trials trials();

    Quotas quotas();

    Regions regions();

    ResourceShares resourceShares();

    Directory directory();

    /** The number of requests sent so far. */
    CallCount calls();
}
