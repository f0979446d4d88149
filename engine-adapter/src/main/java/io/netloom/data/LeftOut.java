package io.netloom.data;

/// A file that is not used, because it cannot be read.
///
/// @param name its place below the folder of the data
/// @param cause why, as part of a sentence
public record LeftOut(String name, String cause) {
    @Override
    public String toString() {
        return name + " (" + cause + ")";
    }
}
