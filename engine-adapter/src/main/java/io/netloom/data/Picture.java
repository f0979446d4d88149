package io.netloom.data;

import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads one picture file. Every way in which a file can be bad comes out as an `IOException` that says why; the size
/// is looked at before any memory is taken for it.
final class Picture {
    /// Larger pictures are refused: a small file can claim any size.
    static final long MOST_PIXELS = 100_000_000;
    /// A picture with more pixels is thinned out while it is decoded, as long as twice the wanted size remains.
    private static final long THINNED_PIXELS = 4_000_000;

    private Picture() {}

    /// Width and height, as the file's header says.
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /// Reads the header alone.
    static Size size(Path file) throws IOException {
        return open(file, Picture::size);
    }

    /// Whether no pixel has a colour; large pictures are looked at in part.
    static boolean isGrey(Path file) throws IOException {
        return open(file, reader -> Planes.isGrey(decode(reader, new Size(1, 1))));
    }

    /// Decodes and resizes a picture (its proportions are not kept) into `channels × height × width` bytes.
    /// Transparency becomes white; one channel is the luma of colours (BT.601), three repeat a grey.
    static byte[] read(Path file, int channels, int height, int width) throws IOException {
        return open(file, reader -> {
            BufferedImage image = decode(reader, new Size(width, height));
            byte[][] planes = channels == 1 ? Planes.grey(image) : Planes.colours(image);
            byte[] pixels = new byte[channels * height * width];
            Resize resize = new Resize(image.getWidth(), image.getHeight(), width, height);
            for (int c = 0; c < channels; c++) {
                byte[] plane = resize.apply(planes[c]);
                System.arraycopy(plane, 0, pixels, c * plane.length, plane.length);
            }
            return pixels;
        });
    }

    /// The numbers in a mask, in its own size.
    static Mask mask(Path file) throws IOException {
        return open(file, reader -> {
            size(reader);
            return Mask.of(reader.read(0));
        });
    }

    private static BufferedImage decode(ImageReader reader, Size wanted) throws IOException {
        Size size = size(reader);
        ImageReadParam how = reader.getDefaultReadParam();
        double byPixels = Math.ceil(Math.sqrt((double) size.width() * size.height() / THINNED_PIXELS));
        int step = (int) Math.min(byPixels,
                Math.min(size.width() / (2.0 * wanted.width()), size.height() / (2.0 * wanted.height())));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, how);
    }

    private static Size size(ImageReader reader) throws IOException {
        Size size = new Size(reader.getWidth(0), reader.getHeight(0));
        if (size.width() < 1 || size.height() < 1 || (long) size.width() * size.height() > MOST_PIXELS) {
            throw new IOException(
                    "it says that it is " + size + " pixels large, more than " + MOST_PIXELS / 1_000_000 + " million");
        }
        return size;
    }

    private static <T> T open(Path file, Use<T> use) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("its content is no picture that Netloom reads");
            }
            ImageReader reader = readers.next();
            try {
                // The transparent colour of a PNG stands among its metadata; others only lose time with theirs.
                boolean ignoreMetadata = !Arrays.asList(reader.getOriginatingProvider().getFormatNames())
                        .contains("png");
                reader.setInput(stream, true, ignoreMetadata);
                return use.of(reader);
            } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                    | NegativeArraySizeException
                    | NullPointerException | ArithmeticException | ClassCastException | CMMException e) {
                // What the JDK's readers throw, beside IOException, when bytes are not what they expect.
                throw new IOException("it is damaged (" + e + ")", e);
            } catch (OutOfMemoryError e) {
                // One allocation that a header asked for, at most; what was taken is free again here.
                throw new IOException("it needs more memory than there is", e);
            } finally {
                reader.dispose();
            }
        }
    }
}
