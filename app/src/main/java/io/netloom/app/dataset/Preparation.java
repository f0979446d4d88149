package io.netloom.app.dataset;

import io.netloom.data.Feature;
import io.netloom.data.Missing;
import io.netloom.data.Missing.Fill;
import io.netloom.data.Missing.Indicator;
import java.util.ArrayList;
import java.util.List;

/// What can be said about how the network gets a column.
final class Preparation {
    private Preparation() {}

    /// What may stand for a missing value of a column.
    ///
    /// @param inSeries whether the rows follow each other in time
    static List<Fill> fills(Feature feature, boolean inSeries) {
        List<Fill> fills = new ArrayList<>(switch (feature) {
            case Feature.Number _ -> List.of(Fill.NOTHING, Fill.MEAN, Fill.MEDIAN, Fill.FREQUENT, Fill.CONSTANT,
                    Fill.LAST);
            case Feature.Category _ -> List.of(Fill.OWN, Fill.NOTHING, Fill.FREQUENT, Fill.CONSTANT, Fill.LAST);
            case Feature.Flag _ -> List.of(Fill.NOTHING, Fill.MEAN, Fill.FREQUENT, Fill.CONSTANT, Fill.LAST);
            case Feature.Moment _ -> List.of(Fill.NOTHING, Fill.MEAN);
            case Feature.Text _ -> List.of(Fill.OWN, Fill.NOTHING, Fill.CONSTANT);
        });
        if (!inSeries) {
            fills.remove(Fill.LAST);
        }
        return fills;
    }

    /// Ways in which categories become numbers. A row of a series is a row of numbers, in which no place is looked up.
    static List<Feature.Coding> codings(boolean inSeries) {
        return inSeries ? List.of(Feature.Coding.ONE_HOT, Feature.Coding.ORDINAL)
                : List.of(Feature.Coding.ONE_HOT, Feature.Coding.EMBEDDING, Feature.Coding.ORDINAL);
    }

    /// Whether a further number can tell that a value was missing.
    static boolean canTell(Feature feature) {
        Fill fill = feature.missing().fill();
        return fill != Fill.NOTHING && fill != Fill.OWN && !(feature instanceof Feature.Text);
    }

    /// Fills missing values in another way, with or without telling as before, where that is possible.
    static Feature filled(Feature feature, Fill fill) {
        String constant = fill != Fill.CONSTANT ? "" : feature instanceof Feature.Category
                || feature instanceof Feature.Text ? "missing" : "0";
        Feature bare = with(feature, new Missing(fill, constant, Indicator.WITHOUT));
        return canTell(bare) && feature.missing().indicator() == Indicator.WITH
                ? with(bare, bare.missing().indicated()) : bare;
    }

    /// Tells, or does not tell, that a value was missing.
    static Feature told(Feature feature, Indicator indicator) {
        return with(feature, new Missing(feature.missing().fill(), feature.missing().constant(), indicator));
    }

    /// Puts something else in the place of missing values.
    ///
    /// @throws io.netloom.shape.BadInput if it is empty, or no number where one is needed
    static Feature constant(Feature feature, String constant) {
        return with(feature, new Missing(Fill.CONSTANT, constant, feature.missing().indicator()));
    }

    private static Feature with(Feature feature, Missing missing) {
        return switch (feature) {
            case Feature.Number(String column, Feature.Scale scale, Missing _) ->
                new Feature.Number(column, scale, missing);
            case Feature.Category(String column, Feature.Coding coding, int slots, List<String> order, Missing _) ->
                new Feature.Category(column, coding, slots, order, missing);
            case Feature.Flag(String column, Missing _) -> new Feature.Flag(column, missing);
            case Feature.Moment(String column, List<Feature.DatePart> parts, Missing _) ->
                new Feature.Moment(column, parts, missing);
            case Feature.Text(String column, var tokens, Missing _) -> new Feature.Text(column, tokens, missing);
        };
    }
}
