package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// How a series is cut into examples: a window of rows that the network sees, and behind it the rows that it is to forecast.
///
/// @param length rows that the network sees
/// @param horizon rows behind them that are forecast: the next one, the one behind it, and so on
/// @param stride rows from the beginning of a window to that of the next
public record Windows(int length, int horizon, int stride) {
    private static final int MOST = 100_000;

    /// @throws BadInput if one of them is below 1 or above 100,000
    public Windows {
        require(Sentence.of("setting.window", "window"), length);
        require(Sentence.of("setting.horizon", "horizon"), horizon);
        require(Sentence.of("setting.stride", "stride"), stride);
    }

    private static void require(Sentence name, int rows) {
        if (rows < 1 || rows > MOST) {
            throw new BadInput(Sentence.of("input.windows",
                    "The {0} of a series is 1 to {1,number,0} rows, not {2,number,0}.", name, MOST, rows));
        }
    }

    /// Rows that an example takes: those that are seen and those that are forecast.
    public int rows() {
        return length + horizon;
    }
}
