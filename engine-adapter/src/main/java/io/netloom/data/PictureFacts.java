package io.netloom.data;

import java.util.Optional;

/// What a picture file holds.
///
/// @param name its place below the folder of the data
/// @param label its class
/// @param part the part of the data that the folder above says
/// @param format how it is stored, as ImageIO calls it in small letters, such as `png`
/// @param width pixels, upright
/// @param height pixels, upright
/// @param mode its colours
/// @param digest the SHA-256 of the file
/// @param channels mean and mean square of red, green and blue, from 0 to 255; of a picture of more than two million pixels, of some of them
/// @param glance the picture in 9×8 greys, row after row
/// @param tiny the picture in 8×8 pixels, first all reds, then greens, then blues
public record PictureFacts(String name, String label, Optional<Part> part, String format, int width, int height,
        Mode mode, String digest, double[][] channels, byte[] glance, byte[] tiny) {
    /// Columns of [#glance].
    public static final int ACROSS = 9;
    /// Rows of [#glance], and rows and columns of [#tiny].
    public static final int DOWN = 8;

    /// The colours in which a picture is stored.
    public enum Mode {
        /// Shades of grey alone.
        GREY,
        /// A list of colours, to which pixels point.
        PALETTE,
        /// Red, green and blue (also where the file has cyan, magenta, yellow and black).
        RGB,
        /// With transparent pixels, which Netloom puts on white.
        ALPHA
    }
}
