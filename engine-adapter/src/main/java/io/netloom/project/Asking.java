package io.netloom.project;

import io.netloom.data.PictureForm;
import io.netloom.data.RowForm;
import io.netloom.shape.Sentence;

/// How a trained model can be asked about what its user has.
public sealed interface Asking {

    /// With a picture.
    ///
    /// @param form what it is brought to
    record Pictures(PictureForm form) implements Asking {}

    /// With a row of a table.
    ///
    /// @param form the fields
    record Rows(RowForm form) implements Asking {}

    /// With the beginning of a text.
    record Texts() implements Asking {}

    /// With nothing: it forecasts what comes after the end of its series.
    record Series() implements Asking {}

    /// Not at all now.
    ///
    /// @param why a sentence or two
    record Nothing(Sentence why) implements Asking {}
}
