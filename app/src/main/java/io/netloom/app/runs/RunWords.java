package io.netloom.app.runs;

import io.netloom.app.chart.Digits;
import io.netloom.app.text.Texts;
import io.netloom.project.RunRecord;
import io.netloom.project.RunSettings;
import io.netloom.project.StepBlock;
import io.netloom.train.TrainEvent.EpochEnded;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What the table and the charts say of a run, in the language of the window.
///
/// @param texts the language
record RunWords(Texts texts) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// When it began; of several that began in the same second the later ones are numbered.
    String time(RunRecord run) {
        return run.begun().format(TIME)
                + run.folder().getFileName().toString().replaceFirst("^[^-]+-\\d+-\\d+_\\d{6}(\\.\\d+)?-.*$", "$1");
    }

    String state(RunRecord run) {
        return texts.get("runs.state." + run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Epochs that are over, and those that were planned.
    String epochs(RunRecord run) {
        return run.epochs().size() + " / " + run.project().plan().epochs();
    }

    /// The best epoch's metric, of the validation part where there is one.
    static OptionalDouble best(RunRecord run, String metric) {
        return run.best().map(epoch -> RunCurves.judged(epoch, metric)).orElse(OptionalDouble.empty());
    }

    /// The best epochs' metric of several runs: their mean, and with two or more one standard deviation.
    static String best(List<RunRecord> runs, String metric) {
        List<Double> values = runs.stream().map(run -> best(run, metric)).filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble).toList();
        return values.isEmpty() ? "–"
                : values.size() == 1 ? Digits.four(values.getFirst())
                        : Digits.four(RunCurves.mean(values)) + " ± " + Digits.four(RunCurves.deviation(values));
    }

    /// The metric of the test part.
    static OptionalDouble test(RunRecord run, String metric) {
        return run.finished().flatMap(end -> end.test()).map(test -> RunCurves.value(test, metric))
                .orElse(OptionalDouble.empty());
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? Digits.four(value.getAsDouble()) : "";
    }

    static int bestEpoch(RunRecord run) {
        return run.best().map(EpochEnded::epoch).orElse(0);
    }

    String duration(RunRecord run) {
        Duration whole = Duration.ofMillis(Math.round(run.seconds() * 1000));
        if (whole.toSeconds() < 60) {
            return texts.get("runs.seconds", String.format(Locale.ROOT, "%.1f", run.seconds()));
        }
        return whole.toHours() > 0 ? texts.get("runs.hours", whole.toHours(), whole.toMinutesPart())
                : texts.get("runs.minutes", whole.toMinutes(), whole.toSecondsPart());
    }

    /// What a setting is called.
    String setting(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        for (String key : List.of("runs.setting." + last, "training.plan." + last)) {
            if (texts.has(key)) {
                return texts.get(key);
            }
        }
        return name;
    }

    /// The value of a setting.
    String value(RunRecord run, String name) {
        String value = run.settings().getOrDefault(name, "–");
        String key = "training.choice." + value;
        if (value.matches("[a-z][a-z0-9]*") && !name.equals(RunSettings.NETWORK) && texts.has(key)) {
            return texts.get(key);
        }
        return value;
    }

    /// The values of some settings, for a line of the table or a curve.
    String values(RunRecord run, List<String> names) {
        return names.stream().map(name -> setting(name) + " " + value(run, name)).collect(Collectors.joining(" · "));
    }

    /// A metric's name for people.
    String metric(String metric) {
        if (metric.equals(StepBlock.LEARNING_RATE)) {
            return texts.get("training.chart.rate");
        } else if (metric.equals(StepBlock.GRADIENT_NORM)) {
            return texts.get("training.chart.norm");
        }
        String last = metric.substring(metric.lastIndexOf('.') + 1);
        String key = "training.metric." + last;
        return metric.substring(0, metric.length() - last.length()) + (texts.has(key) ? texts.get(key) : last);
    }
}
