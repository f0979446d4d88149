package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;

/// A single picture that is in memory already, to be answered.
///
/// @param shape channels, rows and columns
/// @param pixels channel by channel, row by row
public record GivenPicture(Shape shape, byte[] pixels) implements Dataset {

    /// @throws IllegalArgumentException if there are more pixels than the shape has, or fewer
    public GivenPicture {
        pixels = pixels.clone();
        if (pixels.length != shape.elements()) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + shape);
        }
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(ImageFolder.INPUT, shape));
    }

    @Override
    public List<Target> targets() {
        return List.of();
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    @Override
    public void read(int example, Batch into, int row) {
        into.putPixels(0, row, pixels, 0);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.of("example.given-picture", "a picture");
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
