package io.netloom.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.ui.UiTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The end of what goes on beside the window.
@UiTest
@ExtendWith(ApplicationExtension.class)
class UiTasksTest {
    @Start
    void start(Stage primary) {
        // Nothing is shown; what is done needs the window's thread.
    }

    @Test
    void closingInterruptsLooksAndLetsWorkFinish() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var interrupted = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        UiTasks tasks = UiTasks.sideBySide();
        tasks.look(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return begun;
        }, _ -> {}, _ -> {});
        tasks.run(() -> {
            begun.countDown();
            interrupted.await();
            finished.set(true);
            return begun;
        }, _ -> {}, _ -> {});
        begun.await();
        tasks.close();
        assertThat(finished).isTrue();
    }
}
