package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// An opened [DataSource]: examples that are numbered from 0. All methods may be called from several threads at once.
public interface Dataset extends AutoCloseable {

    /// Number of examples, at least 1.
    int size();

    /// What one example offers to the network, in a fixed order.
    List<Input> inputs();

    /// What there is to learn, in a fixed order.
    List<Target> targets();

    /// The part that the source itself puts this example in; empty where it does not say.
    Optional<Part> given(int example);

    /// Writes the raw values of an example into row `row` of a batch that was made for this data set.
    ///
    /// @throws UnreadableExample if it turns out to be damaged: there and then, and each time
    /// @throws io.netloom.shape.BadInput if the source cannot be read
    void read(int example, Batch into, int row);

    /// The class of an example, an index into the classes of target `target`.
    ///
    /// @throws IllegalArgumentException if that target is no classification
    default int classOf(int example, int target) {
        throw new IllegalArgumentException("target " + target + " is no classification");
    }

    /// The numbers of an example: of a regression in their own units, 1 for each tag that holds and 0 for others, or the share
    /// of each class. The array is not to be written to.
    ///
    /// @throws IllegalArgumentException if that target is made of something else
    default float[] numbersOf(int example, int target) {
        throw new IllegalArgumentException("target " + target + " is not made of numbers");
    }

    /// The texts of a column by which examples are divided into parts, one an example.
    ///
    /// @throws BadInput if there is no such column, or it misses a value
    default String[] texts(String column) {
        throw new BadInput(Sentence.of("input.split-by-column",
                "The plan divides the examples by the column \"{0}\", but only tables have columns. Choose"
                        + " another split.",
                column));
    }

    /// When each example was, as a column says: numbers that grow with time.
    ///
    /// @throws BadInput if there is no such column, it misses a value, or it tells no time
    default double[] times(String column) {
        throw new BadInput(Sentence.of("input.split-by-time",
                "The plan divides the examples by the time in \"{0}\", but only tables have columns. Choose"
                        + " another split.",
                column));
    }

    /// When the examples are, where they are windows of a series; those are divided by time, whatever the plan says.
    default Optional<Timeline> timeline() {
        return Optional.empty();
    }

    /// How many examples behind one share something with it, where they are windows of one text, which is divided by position; empty where
    /// examples are apart.
    default OptionalInt overlap() {
        return OptionalInt.empty();
    }

    /// Learns from these examples, and from no others, how inputs are to be prepared: what stands for missing values, which categories there
    /// are, how numbers are scaled. Inputs that are not named in the answer need nothing but a scaling that [Fitted] finds itself.
    default SequencedMap<String, FittedInput> fit(int[] train) {
        return new LinkedHashMap<>();
    }

    /// The same examples, prepared as was learnt.
    default Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return this;
    }

    /// A form for further rows, where it is a table.
    ///
    /// @param train the examples whose values are usual
    default Optional<RowForm> form(int[] train) {
        return Optional.empty();
    }

    /// What an example holds in the columns that the network gets, as a user would write it, by their names; empty where there are no
    /// columns. A missing value is an empty text.
    default SequencedMap<String, String> columns(int example) {
        return new LinkedHashMap<>();
    }

    /// Whether [#read] only copies memory, so that nothing is won by reading ahead on other threads.
    boolean inMemory();

    /// Bytes that it will at most come to keep in memory while examples are read; 0 where they are there already or are
    /// never kept.
    default long cacheBytes() {
        return 0;
    }

    /// Where an example comes from, for messages and lists: the path of a file inside its folder, or `row 17`.
    Sentence describe(int example);

    /// What was left out or looks odd, a sentence each.
    List<Sentence> warnings();

    /// The files that are not used because they cannot be read: those that were seen when the source was opened, which its
    /// warnings count, and then those of which it has turned out since.
    default List<LeftOut> leftOut() {
        return List.of();
    }

    @Override
    void close();
}
