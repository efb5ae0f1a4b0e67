package dev.shareimage.bench;

/** The smallest program: the time that every Java program takes. */
public final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("Hello");
    }
}
