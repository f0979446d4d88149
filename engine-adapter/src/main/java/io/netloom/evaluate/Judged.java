package io.netloom.evaluate;

import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// An example of which the truth is known, with what a network says about it.
///
/// @param number in its data set
/// @param name where it comes from
/// @param picture as the network sees it; empty where it sees none
/// @param columns what it holds, as it is written, by column; empty where there are no columns
/// @param answers of the network, in the order of its Outputs
/// @param truths what would be right, in the same order
/// @param verdicts how the answers compare with it, in the same order
public record Judged(int number, Sentence name, Optional<Answer.Picture> picture, SequencedMap<String, String> columns,
        List<Answer> answers, List<Answer> truths, List<Verdict> verdicts) {
    public Judged {
        answers = List.copyOf(answers);
        truths = List.copyOf(truths);
        verdicts = List.copyOf(verdicts);
    }

    /// Whether all answers that can be right or wrong are right; empty where none can.
    public Optional<Boolean> right() {
        return verdicts.stream().flatMap(verdict -> verdict.right().stream()).reduce(Boolean::logicalAnd);
    }

    /// How far the answers are from the truth, together.
    public double distance() {
        return verdicts.stream().mapToDouble(Verdict::distance).sum();
    }

    /// The probability that was given to the surest answer.
    public double certainty() {
        return verdicts.stream().mapToDouble(Verdict::certainty).max().orElse(0);
    }
}
