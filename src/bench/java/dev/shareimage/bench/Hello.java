package dev.shareimage.bench;

/** The least that a JVM can do: what every Java program pays. */
public final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("Hello");
    }
}
