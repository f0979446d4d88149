package io.netloom.data;

import io.netloom.compile.Task;

/// What a data set offers for an output of the network to learn.
///
/// @param name the name of the output
/// @param task what it means; numbers are not scaled here (`Task.Regression(0, 1)`), see [Fitted]
public record Target(String name, Task task) {}
