package io.netloom.app.cli;

import io.netloom.data.SeriesChoice;
import io.netloom.shape.BadInput;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What a user says about a forecast; the rest is found out.
final class SeriesOptions {
    @Option(names = "--forecast", negatable = true,
            description = "Forecast the target from the rows before it, or, with"
                    + " --no-forecast, learn it from its own row. Else a forecast is proposed where the rows follow each other at"
                    + " even times and the target is a number.")
    private Optional<Boolean> forecast = Optional.empty();

    @Option(names = "--time", paramLabel = "COLUMN",
            description = "The column that tells the time of a forecast: dates,"
                    + " or numbers that grow.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--group", paramLabel = "COLUMN",
            description = "The column that tells several series in one table apart.")
    private Optional<String> group = Optional.empty();

    @Option(names = "--window", paramLabel = "ROWS", description = "Rows from which a forecast is made.")
    private Optional<Integer> window = Optional.empty();

    @Option(names = "--horizon", paramLabel = "ROWS", description = "Rows that are forecast. Default: 1.")
    private Optional<Integer> horizon = Optional.empty();

    @Option(names = "--stride", paramLabel = "ROWS", description = "Rows from window to window. Default: 1.")
    private Optional<Integer> stride = Optional.empty();

    SeriesChoice.Wish wish() {
        return new SeriesChoice.Wish(time, group, window, horizon, stride);
    }

    /// Whether a forecast is asked for.
    boolean wanted() {
        boolean told = !wish().equals(SeriesChoice.Wish.NONE);
        if (told && isRefused()) {
            throw new BadInput(
                    "--time, --group, --window, --horizon and --stride are those of a forecast. Leave them or"
                            + " --no-forecast away.");
        }
        return told || forecast.orElse(false);
    }

    /// Whether none is to be proposed.
    boolean isRefused() {
        return !forecast.orElse(true);
    }
}
