package io.netloom.compile;

/// What one Output block learns.
///
/// @param output the block's name
/// @param task what its answers mean
/// @param loss what is made small
public record Head(String output, Task task, Loss loss) {}
