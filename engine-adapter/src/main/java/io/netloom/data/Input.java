package io.netloom.data;

import io.netloom.shape.Shape;

/// What a data set offers to an input of the network.
///
/// @param name the name of the input
/// @param shape one example as it is stored raw: `UINT8` channels × height × width for pixels, 0 to 255; `FLOAT32`
///     columns for a table
public record Input(String name, Shape shape) {}
