package io.netloom.compile;

import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a step moves the weights.
///
/// @param optimiser turns gradients into moves
/// @param l1 weight of the sum of absolute weights that is added to the loss, 0 or more
/// @param clipping bounds the gradients
/// @param accumulation batches of whose gradients the mean moves the weights, 1 to 1000
/// @param averaging decay of the moving average of weights that is judged and kept instead of the weights themselves, 0 to
///     below 1; 0 keeps no average
/// @param rates factors on the learning rate, by block; 0 freezes a block, and its running statistics with it
/// @param precision in which the heavy operators of a step compute; what is judged and kept computes in `FLOAT32`. Empty where the
///     fastest is to be found out before training.
public record Learning(Optimiser optimiser, double l1, Clipping clipping, int accumulation, double averaging,
        Map<String, Double> rates, Optional<Precision> precision) {
    private static final int MOST_BATCHES = 1000;

    /// How gradients are bounded before they are used.
    public sealed interface Clipping {
        /// They are not.
        record None() implements Clipping {}

        /// All together are scaled so that their norm is at most `most`, as `torch.nn.utils.clip_grad_norm_`.
        record ByNorm(double most) implements Clipping {
            /// To a norm of 1.
            public ByNorm() {
                this(1);
            }

            public ByNorm {
                Range.require(most > 0, Sentence.of("setting.clipping-norm", "norm to which gradients are clipped"),
                        most,
                        Range.above("0"));
            }
        }

        /// Each entry is held within ±`most`, as `torch.nn.utils.clip_grad_value_`.
        record ByValue(double most) implements Clipping {
            /// To ±1.
            public ByValue() {
                this(1);
            }

            public ByValue {
                Range.require(most > 0, Sentence.of("setting.clipping-value", "value to which gradients are clipped"),
                        most,
                        Range.above("0"));
            }
        }
    }

    /// @throws BadInput for a value outside its range
    public Learning {
        rates = Map.copyOf(rates);
        Range.require(l1 >= 0, Sentence.of("setting.penalty", "weight of the L1 penalty"), l1, Range.atLeast("0"));
        Range.require(1 <= accumulation && accumulation <= MOST_BATCHES,
                Sentence.of("setting.accumulation", "number of batches whose gradients are accumulated"), accumulation,
                Range.fromTo("1", "1000"));
        Range.require(0 <= averaging && averaging < 1,
                Sentence.of("setting.averaging", "decay of the average of weights"), averaging,
                Range.fromToBelow("0", "1"));
        rates.forEach(
                (block, rate) -> Range.require(rate >= 0 && rate <= 1000,
                        Sentence.of("setting.rate-factor", "learning rate factor of ''{0}''", block), rate,
                        Range.fromTo("0", "1000")));
    }

    /// An optimiser and nothing else.
    public static Learning by(Optimiser optimiser) {
        return new Learning(optimiser, 0, new Clipping.None(), 1, 0, Map.of(), Optional.of(Precision.FLOAT32));
    }

    /// The same with heavy operators in these numbers; empty leaves it open.
    public Learning in(Optional<Precision> newPrecision) {
        return new Learning(optimiser, l1, clipping, accumulation, averaging, rates, newPrecision);
    }

    /// @throws IllegalStateException where the fastest is still to be found out
    Precision computesIn() {
        return precision
                .orElseThrow(() -> new IllegalStateException("nobody has found out which precision is fastest"));
    }

    /// How many numbers are kept for each that is learnt, besides it and the gradient of a batch.
    public int keptForEach() {
        long kept = OptimiserCode.state(optimiser).stream().filter(k -> !k.isShared()).count();
        return Math.toIntExact(kept + (averaging > 0 ? 1 : 0) + (accumulates() ? 1 : 0));
    }

    /// Whether gradients are kept from batch to batch.
    boolean accumulates() {
        return accumulation > 1;
    }

    /// Whether a block stays as it is.
    public boolean freezes(String block) {
        return rate(block) == 0;
    }

    /// Those blocks that [#rates] names but a network lacks.
    ///
    /// @param blocks of the network, each behind the composites that it stands in
    public List<String> ratesOfNobody(Collection<String> blocks) {
        return rates.keySet().stream()
                .filter(named -> blocks.stream().noneMatch(b -> b.equals(named) || b.startsWith(named + "/"))).sorted()
                .toList();
    }

    /// The same behind the renaming of a block: its rate, and those of the blocks inside of it, follow.
    ///
    /// @param from the old name, behind the composites that it stands in
    /// @param to the new one
    public Learning renamed(String from, String to) {
        var renamed = new HashMap<String, Double>();
        rates.forEach((block, rate) -> renamed.put(block.equals(from) || block.startsWith(from + "/")
                ? to + block.substring(from.length())
                : block, rate));
        return new Learning(optimiser, l1, clipping, accumulation, averaging, renamed, precision);
    }

    /// The factor on the learning rate of a block: its own, or that of the composite that it stands in.
    double rate(String block) {
        for (String name = block; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('/')))) {
            if (rates.containsKey(name)) {
                return rates.get(name);
            }
        }
        return 1;
    }
}
