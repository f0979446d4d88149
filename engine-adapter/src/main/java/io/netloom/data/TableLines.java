package io.netloom.data;

import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;

/// Where each example of a table comes from: rows without missing values, first those of the table, then those of the file for the test.
///
/// @param numbers the row of each in its file, from 1 below the header
/// @param files the files as they were then
/// @param ofTable how many are of the table itself
record TableLines(int[] numbers, List<Unchanged> files, int ofTable) {
    int size() {
        return numbers.length;
    }

    Optional<Part> part(int example) {
        return files.size() == 1 ? Optional.empty() : Optional.of(example < ofTable ? Part.TRAIN : Part.TEST);
    }

    Sentence describe(int example) {
        return example < ofTable ? Sentence.of("example.row", "row {0,number,0}", numbers[example])
                : Sentence.of("example.test-row", "test row {0,number,0}", numbers[example]);
    }
}
