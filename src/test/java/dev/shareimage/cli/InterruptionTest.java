package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptionTest {

    @Test
    void interrupts_the_command_and_waits_for_its_last_words() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean said = new AtomicBoolean();
        Interruption[] interruption = new Interruption[1];
        Thread command = new Thread(() -> {
            interruption[0] = Interruption.ofThisThread();
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                said.set(true);
                interruption[0].over();
            }
        });
        command.start();
        started.await();

        interruption[0].interrupt();

        assertThat(said).isTrue();
    }

    @Test
    void leaves_a_command_alone_that_has_ended() {
        Interruption interruption = Interruption.ofThisThread();
        interruption.over();

        interruption.interrupt();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
