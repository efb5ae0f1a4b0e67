package dev.shareimage.cloud;

/** All ports together, made when first asked for. */
public interface Cloud {

    Identity identity();

    Images images();

    ImageShares imageShares();

    Roles roles();

    Keys keys();

    Quotas quotas();

    Regions regions();

    ResourceShares resourceShares();

    Directory directory();

    /** How many requests were sent so far. */
    CallCount calls();
}
