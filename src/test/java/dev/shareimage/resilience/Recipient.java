package dev.shareimage.resilience;

import java.util.List;
import java.util.stream.Stream;

/**
 * A possible target of an image.
 *
 * @param option the option that names it
 * @param argument the value of the option
 * @param id its id in reports
 * @param principal its principal in the trust policy, with its condition
 * @param members the accounts of {@link #PROBED} that it contains
 */
record Recipient(String option, String argument, String id, String principal, List<String> members) {

    /** Accounts whose launches are tried: members of three folders, and an account of no directory. */
    static final List<String> PROBED =
            Stream.of("02", "03", "12", "22", "27", "31").map(Recipient::uid).toList();

    private static final String DIRECTORY = "rd-sbx001";
    private static final String PRODUCTS = "rd-sbx001/r-root01/fd-products01";

    /** Single accounts, then nested folders, then the directory. */
    static final List<Recipient> ACCOUNTS = Stream.of(
                    "02", "03", "12", "22", "27", "31", "28", "26", "04", "05", "06", "07")
            .map(number -> account(uid(number)))
            .toList();

    static final List<Recipient> GROUPS = List.of(
            folder(PRODUCTS + "/fd-japan00001", "02", "03"),
            folder(PRODUCTS + "/fd-china00001", "12"),
            folder(PRODUCTS, "02", "03", "12", "22"),
            new Recipient(
                    "--resource-directory",
                    DIRECTORY,
                    DIRECTORY,
                    "*@ecs.aliyuncs.com {\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"" + DIRECTORY + "\"}}",
                    Stream.of("02", "03", "12", "22").map(Recipient::uid).toList()));

    boolean isAccount() {
        return option.equals("--accounts");
    }

    private static Recipient account(String id) {
        return new Recipient("--accounts", id, id, id + "@ecs.aliyuncs.com", List.of(id));
    }

    private static Recipient folder(String path, String... numbers) {
        return new Recipient(
                "--folder",
                path,
                path.substring(path.lastIndexOf('/') + 1),
                "*@ecs.aliyuncs.com {\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"" + path + "*\"}}",
                Stream.of(numbers).map(Recipient::uid).toList());
    }

    private static String uid(String number) {
        return "20000000000000" + number;
    }

    @Override
    public String toString() {
        return id;
    }
}
