package io.netloom.app.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.task.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Of the questions that come while one is answered only the last is asked.
class LatestTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> answers = new ArrayList<>();
    private final Latest<String> latest = new Latest<>(new Background() {
        @Override
        public <T> void run(Callable<T> task, Consumer<T> done, Consumer<Exception> failed) {
            work.add(() -> Background.atOnce().run(task, done, failed));
        }
    }, answers::add, e -> answers.add("failed: " + e.getMessage()));

    @Test
    void whoeverTypesFastGetsTheAnswerToWhatIsThereNow() {
        for (String typed : List.of("1", "12", "123", "1234")) {
            latest.ask(() -> typed);
        }
        drain();
        assertThat(answers).containsExactly("1", "1234");
    }

    @Test
    void aFailureHoldsNothingUp() {
        latest.ask(() -> {
            throw new IllegalStateException("no");
        });
        latest.ask(() -> "yes");
        drain();
        assertThat(answers).containsExactly("failed: no", "yes");
    }

    @Test
    void whatIsForgottenIsNotAsked() {
        latest.ask(() -> "first");
        latest.ask(() -> "second");
        latest.forget();
        drain();
        latest.ask(() -> "third");
        drain();
        assertThat(answers).containsExactly("first", "third");
    }

    private void drain() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
