package io.netloom.app.training;

/// Something that is known of a run.
///
/// @param label what it is
/// @param value as text
public record Fact(String label, String value) {}
