package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.project.EventJson;
import io.netloom.train.CrossValidation;
import io.netloom.train.CrossValidation.Fold;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes what a cross validation tells, for people or for programs.
record FoldsReport(PrintWriter out, boolean json) {

    void fold(Fold fold) {
        if (json) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "fold").put("fold", fold.number())
                    .put("bestEpoch", fold.bestEpoch()).put("train", fold.train()).put("test", fold.tested());
            line.set("metrics", EventJson.of(fold.test()));
            out.println(line);
        } else {
            out.println(String.format(Locale.ROOT, "fold %3d  %,d learnt, %,d tested  %s", fold.number(), fold.train(),
                    fold.tested(), fold.test().values().entrySet().stream()
                            .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                            .collect(Collectors.joining(" "))));
        }
        out.flush();
    }

    /// @param asked how many folds were wanted
    void summary(List<Fold> folds, int asked) {
        if (folds.isEmpty()) {
            out.println(json ? "{\"event\":\"folds\",\"folds\":0,\"metrics\":{}}" : "Stopped before a fold was done.");
            return;
        }
        var summary = CrossValidation.summary(folds);
        if (json) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "folds").put("folds", folds.size());
            ObjectNode metrics = line.putObject("metrics");
            summary.forEach((name, spread) -> metrics.putObject(name).put("mean", spread.mean()).put("std",
                    spread.std()));
            out.println(line);
            return;
        }
        out.println((folds.size() < asked ? "Stopped. " : "") + "Mean ± standard deviation over " + folds.size()
                + (folds.size() == 1 ? " fold:" : " folds:"));
        summary.forEach((name, spread) -> out
                .println(String.format(Locale.ROOT, "  %-10s %.4f ± %.4f", name, spread.mean(), spread.std())));
    }
}
