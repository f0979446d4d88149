package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;

/// What every picture is brought to before a network sees it: bytes of `channels × height × width`, transparency put on
/// white, turned upright as its camera noted.
///
/// @param channels 1 for grey (the luma of colours, BT.601), 3 for red, green and blue
/// @param height rows of pixels, 1 to 2,048
/// @param width columns of pixels, 1 to 2,048
/// @param fitting what happens to pictures of other proportions
public record PictureForm(int channels, int height, int width, Fitting fitting) {
    private static final int LARGEST = 2_048;

    /// What happens to a picture whose proportions are others.
    public enum Fitting {
        /// It is stretched or squeezed.
        STRETCH,
        /// It is seen as a whole, between black bars.
        FIT,
        /// Its middle fills the form, and what juts out is cut off.
        FILL
    }

    /// @throws BadInput if channels or size are outside their range
    public PictureForm {
        if (channels != 1 && channels != 3) {
            throw new BadInput(Sentence.of("input.channels",
                    "Pictures cannot have {0,number,0} channels. Choose 1 (grey) or 3 (colour).", channels));
        }
        if (Math.min(height, width) < 1 || Math.max(height, width) > LARGEST) {
            throw new BadInput(Sentence.of("input.picture-size",
                    "Pictures cannot be brought to {0,number,0}×{1,number,0}. Choose a height and a width from 1"
                        + " to {2,number,0}.", height, width, LARGEST));
        }
    }

    /// Pictures that are stretched.
    public PictureForm(int channels, int height, int width) {
        this(channels, height, width, Fitting.STRETCH);
    }

    /// One picture as a network takes it.
    public Shape shape() {
        return Shape.of(ElementType.UINT8, channels, height, width);
    }

    int bytes() {
        return channels * height * width;
    }

    /// The same for pictures that lie on their side.
    PictureForm turned() {
        return new PictureForm(channels, width, height, fitting);
    }

    /// Where a picture of another size goes.
    Placement placement(int fromWidth, int fromHeight) {
        double wide = (double) width / fromWidth;
        double high = (double) height / fromHeight;
        return switch (fitting) {
            case STRETCH -> new Placement(Placement.Span.stretched(fromWidth, width),
                    Placement.Span.stretched(fromHeight, height));
            case FIT -> new Placement(Placement.Span.fitted(fromWidth, Math.min(wide, high), width),
                    Placement.Span.fitted(fromHeight, Math.min(wide, high), height));
            case FILL -> new Placement(Placement.Span.filled(fromWidth, Math.max(wide, high), width),
                    Placement.Span.filled(fromHeight, Math.max(wide, high), height));
        };
    }
}
