package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.train.Metrics;
import io.netloom.train.Standing;
import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs tell within epochs, on disk.
class StepLogTest {
    @TempDir
    private Path run;

    private final List<String> found = new ArrayList<>();

    private static TrainEvent.Progress progress(int epoch, int step, double loss) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("loss", loss);
        metrics.put("accuracy", 0.5);
        return new TrainEvent.Progress(epoch, step, 9, 0.25, step, new Metrics(metrics), 1, 1);
    }

    private void log(TrainEvent.Progress... events) {
        try (StepLog log = StepLog.begin(run)) {
            Arrays.stream(events).forEach(log::add);
        }
    }

    private void read(StepReader reader) {
        reader.read(() -> found.add("again"), block -> {
            int loss = block.columns().indexOf("loss");
            for (int i = 0; i < block.size(); i++) {
                found.add(block.epochs()[i] + "." + block.steps()[i] + ":" + block.values()[loss][i]);
            }
        });
    }

    private List<String> all() {
        found.clear();
        read(new StepReader(run));
        return List.copyOf(found);
    }

    @Test
    void whatIsToldIsRead() {
        log(progress(1, 4, 0.5), progress(2, 1, 0.25));
        new StepReader(run).read(() -> found.add("again"), block -> {
            assertThat(block.columns()).containsExactly("learning_rate", "gradient_norm", "loss", "accuracy");
            assertThat(block.epochs()).containsExactly(1, 2);
            assertThat(block.steps()).containsExactly(4, 1);
            assertThat(block.values()).isDeepEqualTo(
                    new float[][] {{0.25f, 0.25f}, {4, 1}, {0.5f, 0.25f}, {0.5f, 0.5f}});
            found.add("read");
        });
        assertThat(found).containsExactly("read");
    }

    @Test
    void aRunThatHasToldNothingIsEmpty() {
        assertThat(all()).isEmpty();
        log();
        assertThat(all()).isEmpty();
    }

    @Test
    void whoeverReadsAlongGetsEachRecordOnce() {
        var reader = new StepReader(run);
        try (StepLog log = StepLog.begin(run)) {
            read(reader);
            log.add(progress(1, 1, 1));
            read(reader);
            read(reader);
            log.add(progress(1, 2, 2));
            log.add(progress(1, 3, 3));
            read(reader);
        }
        assertThat(found).containsExactly("1.1:1.0", "1.2:2.0", "1.3:3.0");
    }

    @Test
    void aRecordThatWasCutOffIsLeftOutAndWrittenAnew() throws IOException {
        log(progress(1, 1, 1), progress(1, 2, 2));
        byte[] whole = Files.readAllBytes(run.resolve(Run.STEPS));
        for (int missing = 1; missing < 24; missing++) {
            Files.write(run.resolve(Run.STEPS), Arrays.copyOf(whole, whole.length - missing));
            assertThat(all()).as("without %s bytes", missing).containsExactly("1.1:1.0");
            try (StepLog log = StepLog.goOn(run, standing(1, 2))) {
                log.add(progress(1, 2, 5));
            }
            assertThat(all()).containsExactly("1.1:1.0", "1.2:5.0");
        }
    }

    @Test
    void aHeadThatWasCutOffIsWrittenAnew() throws IOException {
        log(progress(1, 1, 1));
        byte[] whole = Files.readAllBytes(run.resolve(Run.STEPS));
        Files.write(run.resolve(Run.STEPS), Arrays.copyOf(whole, 17));
        assertThat(all()).isEmpty();
        try (StepLog log = StepLog.goOn(run, standing(1, 1))) {
            log.add(progress(1, 2, 2));
        }
        assertThat(all()).containsExactly("1.2:2.0");
    }

    @Test
    void whatLiesBehindTheCheckpointIsTakenOutAndWhoReadsAlongBeginsAgain() {
        log(progress(1, 3, 1), progress(2, 2, 2), progress(2, 4, 3), progress(3, 1, 4));
        var reader = new StepReader(run);
        read(reader);
        found.clear();
        try (StepLog log = StepLog.goOn(run, standing(2, 2))) {
            log.add(progress(2, 3, 7));
            log.add(progress(2, 5, 8));
            log.add(progress(3, 2, 9));
        }
        read(reader);
        assertThat(found).containsExactly("again", "1.3:1.0", "2.2:2.0", "2.3:7.0", "2.5:8.0", "3.2:9.0");
    }

    @Test
    void whatFollowsARecordThatCannotBeIsNotRead() throws IOException {
        log(progress(1, 1, 1));
        Files.write(run.resolve(Run.STEPS), new byte[24 * 3], StandardOpenOption.APPEND);
        assertThat(all()).containsExactly("1.1:1.0");
    }

    @Test
    void manyRecordsAreReadInParts() {
        try (StepLog log = StepLog.begin(run)) {
            for (int step = 1; step <= 10_000; step++) {
                log.add(progress(1, step, step));
            }
        }
        var sizes = new ArrayList<Integer>();
        new StepReader(run).read(() -> {}, block -> sizes.add(block.size()));
        assertThat(sizes).containsExactly(4096, 4096, 1808);
    }

    private static Standing standing(int epoch, int step) {
        return new Standing(epoch, step, 0, 1, 0, 0, 0, 0);
    }
}
