package io.netloom.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/// The loss over learning rates that were tried one after the other.
///
/// @param trials by growing rate
/// @param suggestion a rate to train with, to two digits; nothing where the loss did not fall anywhere. It lies in the middle of the
///     longest fall of the smoothed loss, which is found as fastai's `valley` does (https://docs.fast.ai/callback.schedule.html)
public record RateTrials(List<Trial> trials, OptionalDouble suggestion) {
    /// How much of the average stays from one trial to the next.
    private static final double KEEP = 0.9;
    /// The loss has run away when it is so many times the smallest.
    private static final double FAR = 4;
    /// So much less than at first the loss must become, for a fall to be more than chance.
    private static final double FALLEN = 0.99;
    private static final int FEWEST = 5;

    /// A rate that was tried.
    ///
    /// @param rate with which the weights were moved
    /// @param loss before that; of the rate before it tells most
    /// @param smooth moving average of the losses up to this one
    public record Trial(double rate, double loss, double smooth) {}

    public RateTrials {
        trials = List.copyOf(trials);
    }

    static RateTrials of(List<Trial> trials) {
        return new RateTrials(trials, suggest(trials));
    }

    /// What follows on the trials before: as in TensorBoard and fastai, the average is put right for its beginning.
    static Trial next(List<Trial> before, double rate, double loss) {
        double weight = 1 - Math.pow(KEEP, before.size());
        double sum = before.isEmpty() ? 0 : before.getLast().smooth() * weight;
        return new Trial(rate, loss, (KEEP * sum + (1 - KEEP) * loss) / (KEEP * weight + 1 - KEEP));
    }

    static boolean hasRunAway(List<Trial> trials) {
        double smallest = trials.stream().mapToDouble(Trial::smooth).min().orElse(Double.POSITIVE_INFINITY);
        double now = trials.getLast().smooth();
        return !Double.isFinite(trials.getLast().loss()) || now > FAR * smallest;
    }

    private static OptionalDouble suggest(List<Trial> trials) {
        List<Trial> sound = trials.stream().filter(trial -> Double.isFinite(trial.smooth())).toList();
        int[] length = new int[sound.size()];
        int end = 0;
        for (int i = 0; i < length.length; i++) {
            for (int j = 0; j < i; j++) {
                if (sound.get(i).smooth() < sound.get(j).smooth()) {
                    length[i] = Math.max(length[i], length[j] + 1);
                }
            }
            end = length[i] > length[end] ? i : end;
        }
        if (length.length == 0 || length[end] < FEWEST
                || sound.get(end).smooth() > FALLEN * sound.get(end - length[end]).smooth()) {
            return OptionalDouble.empty();
        }
        double rate = sound.get(end - length[end] / 2).rate();
        return OptionalDouble.of(new BigDecimal(rate).round(new MathContext(2)).doubleValue());
    }
}
