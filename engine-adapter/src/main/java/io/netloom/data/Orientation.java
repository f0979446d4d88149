package io.netloom.data;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/// How a camera was held: the `Orientation` tag of EXIF 2.3, 1 to 8, in a JPEG, TIFF, PNG or WebP. 1 is upright, and so is
/// what says nothing or nonsense.
///
/// @param mirrored whether left and right are swapped, before it is turned
/// @param turns quarter turns clockwise that put it upright
record Orientation(boolean mirrored, int turns) {
    static final Orientation UPRIGHT = new Orientation(false, 0);
    /// By the tag's value less 1.
    private static final List<Orientation> ALL = List.of(UPRIGHT, new Orientation(true, 0), new Orientation(false, 2),
            new Orientation(true, 2), new Orientation(true, 3), new Orientation(false, 1), new Orientation(true, 1),
            new Orientation(false, 3));
    private static final int MOST_CHUNKS = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;

    /// Reads the tag; the stream is put back to where it stands.
    ///
    /// @param format a name of the file's format, as ImageIO has it
    static Orientation of(ImageInputStream stream, String format) {
        try {
            long position = stream.getStreamPosition();
            ByteOrder order = stream.getByteOrder();
            try {
                return switch (format) {
                    case "jpeg" -> jpeg(stream);
                    case "tiff" -> tag(stream);
                    case "png" -> chunk(stream, "eXIf", PNG_SIGNATURE, ByteOrder.BIG_ENDIAN);
                    case "webp" -> chunk(stream, "EXIF", RIFF_HEADER, ByteOrder.LITTLE_ENDIAN);
                    default -> UPRIGHT;
                };
            } finally {
                stream.seek(position);
                stream.setByteOrder(order);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return UPRIGHT; // a note that cannot be read says nothing
        }
    }

    private static Orientation jpeg(ImageInputStream stream) throws IOException {
        List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
        if (exif.isEmpty()) {
            return UPRIGHT;
        }
        try (InputStream data = exif.getFirst().data()) {
            data.skipNBytes(1); // the name ends with two zeros, of which one belongs to the data
            return tag(data.readNBytes(MOST_BYTES));
        }
    }

    /// Walks over chunks of a length, a name and content: in this order and with a checksum in a PNG; the name first, and the
    /// content filled up to an even length, in a WebP.
    private static Orientation chunk(ImageInputStream stream, String wanted, int from, ByteOrder order)
            throws IOException {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        stream.setByteOrder(order);
        long place = from;
        byte[] name = new byte[4];
        for (int i = 0; i < MOST_CHUNKS && place + 8 <= stream.length(); i++) {
            stream.seek(png ? place + 4 : place);
            stream.readFully(name);
            stream.seek(png ? place : place + 4);
            long length = stream.readUnsignedInt();
            if (new String(name, StandardCharsets.ISO_8859_1).equals(wanted)
                    && length <= MOST_BYTES) {
                byte[] content = new byte[(int) length];
                stream.seek(place + 8);
                stream.readFully(content);
                return tag(content);
            }
            place += 8 + length + (png ? 4 : length & 1);
        }
        return UPRIGHT;
    }

    private static Orientation tag(byte[] exif) throws IOException {
        boolean named = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x'; // some WebP files repeat JPEG's name
        int start = named ? 6 : 0;
        try (var stream = new ByteArrayImageInputStream(exif, start, exif.length - start)) {
            return tag(stream);
        }
    }

    private static Orientation tag(ImageInputStream tiff) throws IOException {
        tiff.seek(0);
        Directory directory = new TIFFReader().read(tiff);
        return Optional.ofNullable(directory.getEntryById(TIFF.TAG_ORIENTATION)).map(Entry::getValue)
                .filter(Number.class::isInstance).map(value -> ((Number) value).intValue())
                .filter(value -> 1 <= value && value <= ALL.size()).map(value -> ALL.get(value - 1)).orElse(UPRIGHT);
    }

    /// Whether rows become columns.
    boolean swapsSides() {
        return turns % 2 == 1;
    }

    /// A plane put upright.
    ///
    /// @param width of the plane as it is
    byte[] upright(byte[] plane, int width) {
        if (equals(UPRIGHT)) {
            return plane;
        }
        int height = plane.length / width;
        int newWidth = swapsSides() ? height : width;
        byte[] result = new byte[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int left = mirrored ? width - 1 - x : x;
                int column = switch (turns) {
                    case 0 -> left;
                    case 1 -> height - 1 - y;
                    case 2 -> width - 1 - left;
                    default -> y;
                };
                int row = switch (turns) {
                    case 0 -> y;
                    case 1 -> left;
                    case 2 -> height - 1 - y;
                    default -> width - 1 - left;
                };
                result[row * newWidth + column] = plane[y * width + x];
            }
        }
        return result;
    }
}
