package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.train.Metrics;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The events of a run, read back from its folder.
class RunEventsTest {
    @TempDir
    private Path run;

    private static Metrics metrics(double loss, double accuracy) {
        return new Metrics(new LinkedHashMap<>(Map.of("loss", loss, "accuracy", accuracy)));
    }

    private void write(List<TrainEvent> events, String behind) throws IOException {
        var lines = new StringBuilder();
        events.forEach(event -> lines.append(EventJson.line(event, run)).append('\n'));
        Files.writeString(run.resolve("metrics.jsonl"), lines.append(behind));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        List<TrainEvent> events = List.of(new TrainEvent.Started(42, 70, 15, 15, 5, "cpu"),
                new TrainEvent.Estimated(0.25, 400_000_000),
                new TrainEvent.EpochEnded(1, 0.3, 0.001, metrics(0.7, 0.5), Optional.of(metrics(0.8, 0.4)), true),
                new TrainEvent.EpochEnded(2, 0.2, 0.0005, metrics(0.6, Double.NaN), Optional.empty(), false),
                new TrainEvent.Diverged(3, 2, 0.1, Optional.of("dense1"), Double.NaN),
                new TrainEvent.Diverged(3, 2, 0.1, Optional.empty(), 7.5),
                new TrainEvent.Finished(Reason.EARLY, 1, metrics(0.7, 0.5), Optional.of(metrics(0.8, 0.4)),
                        Optional.of(metrics(0.9, 0.3))));
        write(events, "");
        assertThat(RunEvents.read(run)).isEqualTo(events);
    }

    @Test
    void aLineThatIsBeingWrittenAndAKindThatIsUnknownArePassedOver() throws IOException {
        List<TrainEvent> events = List.of(new TrainEvent.Started(42, 70, 15, 15, 5, "cpu"));
        write(events, "{\"event\":\"weather\"}\n{\"event\":\"epoch\",\"epo");
        assertThat(RunEvents.read(run)).isEqualTo(events);
    }

    @Test
    void anEpochFromBeforeRatesWereWrittenHasNone() throws IOException {
        write(List.of(),
                "{\"event\":\"epoch\",\"epoch\":4,\"seconds\":0.5,\"best\":true,\"metrics\":{\"train\":{\"loss\":1.0}}}\n");
        assertThat(RunEvents.read(run)).singleElement().isInstanceOfSatisfying(TrainEvent.EpochEnded.class, epoch -> {
            assertThat(epoch.epoch()).isEqualTo(4);
            assertThat(epoch.learningRate()).isNaN();
            assertThat(epoch.train().loss()).isEqualTo(1);
        });
    }

    @Test
    void aRunThatHasNotBegunTellsNothing() {
        assertThat(RunEvents.read(run)).isEmpty();
    }
}
