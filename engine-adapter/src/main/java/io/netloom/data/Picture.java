package io.netloom.data;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.netloom.shape.Sentence;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads one picture file. Every way in which a file can be bad comes out as an `IOException` that says why; the size
/// is looked at before any memory is taken for it.
final class Picture {
    /// Larger pictures are refused: a small file can claim any size.
    static final long MOST_PIXELS = 100_000_000;
    /// A picture with more pixels is thinned out while it is decoded, as long as twice the wanted size remains.
    private static final long THINNED_PIXELS = 2_000_000;
    private static final int LOOKED_AT = 64;
    /// Larger files are read bit by bit.
    private static final long READ_AT_ONCE = 16 << 20;
    /// As it is decoded, put on white, and taken apart.
    private static final int BYTES_A_PIXEL = 12;
    /// The decoder of WebP holds the whole picture, however much is asked of it.
    private static final int BYTES_A_WHOLE_PIXEL = 8;

    /// What libjpeg says when it fills in grey for what is not there, which it does not take for a failure.
    private static final String MISSING_DATA = "premature end of data segment";
    /// What the reader of PNG says when a part is to be longer than the rest of the file.
    private static final String PNG_GOES_ON = "Invalid chunk length";

    private Picture() {}

    /// Width and height, as the file's header says.
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    private record Opened(ImageReader reader, String format, Orientation orientation, long fileBytes) {
        Size size() throws IOException {
            Size size = new Size(reader.getWidth(0), reader.getHeight(0));
            if (size.width() < 1 || size.height() < 1 || (long) size.width() * size.height() > MOST_PIXELS) {
                throw new Unusable(Sentence.of("reason.too-large",
                        "it says that it is {0} pixels large, more than {1} million", size.toString(),
                        MOST_PIXELS / 1_000_000));
            }
            return size;
        }
    }

    private interface Use<T> {
        T of(Opened picture) throws IOException;
    }

    /// Reads the header alone; the size is that of the upright picture.
    static Size size(Path file) throws IOException {
        return open(file, picture -> {
            Size size = picture.size();
            return picture.orientation().swapsSides() ? new Size(size.height(), size.width()) : size;
        });
    }

    /// Whether no pixel has a colour; large pictures are looked at in part.
    static boolean isGrey(Path file, DecodeRoom room) throws IOException {
        return open(file, picture -> decode(picture, new Size(1, 1), room, Planes::isGrey));
    }

    /// Decodes a picture and brings it into a form. Transparency becomes white; one channel is the luma of colours
    /// (BT.601), three repeat a grey.
    static byte[] read(Path file, PictureForm form, DecodeRoom room) throws IOException {
        return open(file, picture -> {
            PictureForm lying = picture.orientation().swapsSides() ? form.turned() : form;
            return decode(picture, new Size(lying.width(), lying.height()), room,
                    image -> bring(image, lying, picture.orientation()));
        });
    }

    /// Decodes a picture and says what it holds.
    static PictureFacts facts(PictureFile file, String name, String digest, DecodeRoom room) throws IOException {
        PictureForm glance = new PictureForm(1, PictureFacts.DOWN, PictureFacts.ACROSS);
        PictureForm tiny = new PictureForm(3, PictureFacts.DOWN, PictureFacts.DOWN);
        return open(file.file(), picture -> {
            Size size = picture.size();
            Orientation orientation = picture.orientation();
            boolean lying = orientation.swapsSides();
            return decode(picture, new Size(LOOKED_AT, LOOKED_AT), room,
                    image -> new PictureFacts(name, file.label(), file.part(), picture.format(),
                            lying ? size.height() : size.width(), lying ? size.width() : size.height(),
                            Planes.mode(image), digest, Planes.moments(image),
                            bring(image, lying ? glance.turned() : glance, orientation),
                            bring(image, lying ? tiny.turned() : tiny, orientation)));
        });
    }

    private static byte[] bring(BufferedImage image, PictureForm form, Orientation orientation) {
        byte[][] planes = form.channels() == 1 ? Planes.grey(image) : Planes.colours(image);
        byte[] pixels = new byte[form.bytes()];
        Resize resize = new Resize(form.placement(image.getWidth(), image.getHeight()));
        for (int c = 0; c < form.channels(); c++) {
            byte[] plane = orientation.upright(resize.apply(planes[c]), form.width());
            System.arraycopy(plane, 0, pixels, c * plane.length, plane.length);
        }
        return pixels;
    }

    /// The numbers in a mask, in its own size.
    static Mask mask(Path file, DecodeRoom room) throws IOException {
        return open(file, picture -> {
            Size size = picture.size();
            return room.with((long) size.width() * size.height() * BYTES_A_PIXEL + picture.fileBytes(),
                    () -> Mask.of(picture.reader().read(0)));
        });
    }

    private interface Look<T> {
        T at(BufferedImage image) throws IOException;
    }

    private static <T> T decode(Opened picture, Size wanted, DecodeRoom room, Look<T> look) throws IOException {
        Size size = picture.size();
        ImageReadParam how = picture.reader().getDefaultReadParam();
        long pixels = (long) size.width() * size.height();
        double byPixels = Math.ceil(Math.sqrt((double) pixels / THINNED_PIXELS));
        int step = (int) Math.max(1, Math.min(byPixels,
                Math.min(size.width() / (2.0 * wanted.width()), size.height() / (2.0 * wanted.height()))));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        long whole = picture.format().equals("webp") ? pixels * BYTES_A_WHOLE_PIXEL : 0;
        return room.with(pixels / step / step * BYTES_A_PIXEL + whole + picture.fileBytes(),
                () -> look.at(picture.reader().read(0, how)));
    }

    private static <T> T open(Path file, Use<T> use) throws IOException {
        // A pipe or a device with a picture's name would be waited for, or never end.
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        if (!facts.isRegularFile()) {
            throw new Unusable(facts.isDirectory() ? Sentence.of("reason.folder", "it is a folder")
                    : Sentence.of("reason.no-file", "it is no file with content"));
        }
        if (facts.size() == 0) {
            throw new Unusable(Sentence.of("reason.empty", "it is empty"));
        }
        boolean atOnce = facts.size() <= Math.min(READ_AT_ONCE, Runtime.getRuntime().maxMemory() / 64);
        try (ImageInputStream stream = atOnce ? new ByteArrayImageInputStream(Files.readAllBytes(file))
                : ImageIO.createImageInputStream(file.toFile())) {
            return open(stream, atOnce ? facts.size() : 0, use);
        } catch (OutOfMemoryError e) {
            // One allocation that a header asked for, at most; what was taken is free again here.
            throw new Unusable(Sentence.of("reason.no-memory", "it needs more memory than there is"), e);
        }
    }

    private static <T> T open(ImageInputStream stream, long bytes, Use<T> use) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new Unusable(Sentence.of("reason.no-picture", "its content is no picture that Netloom reads"));
        }
        ImageReader reader = readers.next();
        try {
            List<String> names = Arrays.stream(reader.getOriginatingProvider().getFormatNames())
                    .map(name -> name.toLowerCase(Locale.ROOT)).toList();
            String format = List.of("jpeg", "png", "tiff", "webp").stream().filter(names::contains).findFirst()
                    .orElse(names.getFirst());
            Orientation orientation = Orientation.of(stream, format);
            // The transparent colour of a PNG stands among its metadata; others only lose time with theirs.
            reader.setInput(stream, true, !format.equals("png"));
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            T found = use.of(new Opened(reader, format, orientation, bytes));
            if (warnings.stream().anyMatch(warning -> warning.contains(MISSING_DATA))) {
                throw new EOFException();
            }
            return found;
        } catch (IOException e) {
            throw endsTooEarly(e) ? new Unusable(Sentence.of("reason.cut-off", "it ends too early"), e) : e;
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | NegativeArraySizeException | NullPointerException | ArithmeticException | ClassCastException
                | UnsupportedOperationException | CMMException e) {
            // What readers throw, beside IOException, when bytes are not what they expect.
            throw new Unusable(Sentence.of("reason.broken", "it is damaged"), e);
        } finally {
            reader.dispose();
        }
    }

    private static boolean endsTooEarly(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || String.valueOf(cause.getMessage()).startsWith(PNG_GOES_ON)) {
                return true;
            }
        }
        return false;
    }
}
