package io.netloom.profile;

/// A bar of a histogram.
///
/// @param from least value, in the column's unit; of dates seconds since 1970
/// @param to greatest value; it belongs to the next bar, but for the last one
/// @param count values
public record Bar(double from, double to, long count) {}
