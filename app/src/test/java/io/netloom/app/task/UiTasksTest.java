package io.netloom.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.ui.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.application.Platform;
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

    @Test
    void neitherRestsNorReportsWaitForThePoolThatAllShare() throws InterruptedException {
        var free = new CountDownLatch(1);
        var rested = new CountDownLatch(1);
        var reported = new CountDownLatch(2);
        try {
            for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> {
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            Platform.runLater(() -> new Rest(rested::countDown).begin(Duration.ofMillis(1)));
            assertThat(rested.await(30, TimeUnit.SECONDS)).isTrue();
            var reports = new LessAndLess<Integer>(all -> all.forEach(_ -> reported.countDown()));
            reports.accept(1);
            reports.accept(2);
            assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            free.countDown();
        }
    }

    @Test
    void whatIsReportedArrivesInOrderAndManyAtOnce() throws InterruptedException {
        var first = new CountDownLatch(1);
        var last = new CountDownLatch(1);
        var arrived = new ArrayList<List<Integer>>();
        var seldom = new LessAndLess<Integer>(reports -> {
            arrived.add(reports);
            first.countDown();
            if (reports.getLast() == 1_000) {
                last.countDown();
            }
        });
        seldom.accept(0);
        first.await();
        IntStream.rangeClosed(1, 1_000).forEach(seldom::accept);
        last.await();
        assertThat(arrived.getFirst()).as("nothing is waited for").containsExactly(0);
        assertThat(arrived.stream().flatMap(List::stream).toList())
                .isEqualTo(IntStream.rangeClosed(0, 1_000).boxed().toList());
        assertThat(arrived).hasSizeLessThan(500);
    }
}
