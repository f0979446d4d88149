package io.netloom.layer;

/// The drawers of the palette.
public enum Category {
    DATA, DENSE, CONVOLUTION, POOLING, NORMALISATION, REGULARISATION, ACTIVATION, EMBEDDING, RECURRENT, ATTENTION, MERGE, SHAPE
}
