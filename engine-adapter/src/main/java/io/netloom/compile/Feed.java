package io.netloom.compile;

import io.netloom.shape.Shape;

/// What the data brings to one Input block.
///
/// @param input the block's name
/// @param raw one example as the data gives it, unscaled
/// @param scaling brings it into range
public record Feed(String input, Shape raw, Scaling scaling) {}
