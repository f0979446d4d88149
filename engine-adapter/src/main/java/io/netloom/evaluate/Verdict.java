package io.netloom.evaluate;

import io.netloom.compile.Head;
import io.netloom.compile.Task;
import java.util.List;
import java.util.Optional;

/// How an answer compares with the truth.
///
/// @param right whether it is right; empty where answers are not right or wrong, but nearer or farther
/// @param distance how far it is from the truth: the negative logarithm of what was given to what is true, or the error in deviations of
///     the training part; 0 is best
/// @param certainty the probability that was given to the answer, 0 to 1; of a mask the share of pixels that are right; 0 where there is none
public record Verdict(Optional<Boolean> right, double distance, double certainty) {
    private static final double LEAST = 1e-7;

    /// Compares.
    ///
    /// @param truth is of the same kind
    static Verdict of(Head head, Answer answer, Answer truth) {
        return switch (answer) {
            case Answer.Classes said -> {
                int right = ((Answer.Classes) truth).likeliest();
                yield new Verdict(Optional.of(said.likeliest() == right), -log(said.probabilities().get(right)),
                        said.probabilities().get(said.likeliest()));
            }
            case Answer.Tags said -> of(said, (Answer.Tags) truth);
            case Answer.Shares said -> new Verdict(Optional.empty(), mean(said.shares(),
                    ((Answer.Shares) truth).shares()), 0);
            case Answer.Numbers said -> new Verdict(Optional.empty(), of(head, said, (Answer.Numbers) truth), 0);
            case Answer.Picture said -> new Verdict(Optional.empty(), of(said, (Answer.Picture) truth), 0);
            case Answer.Mask said -> of(said, (Answer.Mask) truth);
        };
    }

    private static Verdict of(Answer.Tags said, Answer.Tags truth) {
        boolean right = true;
        double distance = 0;
        double certainty = 1;
        for (int i = 0; i < said.names().size(); i++) {
            double probability = said.probabilities().get(i);
            right &= said.holds(i) == truth.holds(i);
            distance -= log(truth.holds(i) ? probability : 1 - probability) / said.names().size();
            certainty = Math.min(certainty, Math.max(probability, 1 - probability));
        }
        return new Verdict(Optional.of(right), distance, certainty);
    }

    private static double of(Head head, Answer.Numbers said, Answer.Numbers truth) {
        double sum = 0;
        for (int i = 0; i < said.values().size(); i++) {
            double deviation = head.task() instanceof Task.Regression(List<Task.Spread> numbers) ? numbers.get(i).std()
                    : 1;
            sum += Math.abs(said.values().get(i) - truth.values().get(i)) / deviation;
        }
        return sum / said.values().size();
    }

    private static double of(Answer.Picture said, Answer.Picture truth) {
        double sum = 0;
        for (int i = 0; i < said.pixels().length; i++) {
            sum += Math.abs((said.pixels()[i] & 0xFF) - (truth.pixels()[i] & 0xFF)) / (double) Answer.GREATEST;
        }
        return sum / said.pixels().length;
    }

    private static Verdict of(Answer.Mask said, Answer.Mask truth) {
        int same = 0;
        for (int i = 0; i < said.places().length; i++) {
            same += said.places()[i] == truth.places()[i] ? 1 : 0;
        }
        double share = (double) same / said.places().length;
        return new Verdict(Optional.empty(), 1 - share, share);
    }

    private static double mean(List<Float> said, List<Float> truth) {
        double sum = 0;
        for (int i = 0; i < said.size(); i++) {
            sum += Math.abs(said.get(i) - truth.get(i));
        }
        return sum / said.size();
    }

    private static double log(double probability) {
        return Math.log(Math.max(LEAST, probability));
    }
}
