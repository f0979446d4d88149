package io.netloom.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// The same grey pictures in a folder of PNG files and in one pair of MNIST's files, which are read into memory as a whole.
/// Each is a bright square on noise; its class says where. The files go when it is closed.
final class PictureFiles implements AutoCloseable {
    static final int SIZE = 28;
    static final int CLASSES = 10;
    private static final int SQUARE = 10;
    private static final int NOISE = 64;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final Path folder;

    /// @param count how many
    PictureFiles(int count, long seed) throws IOException {
        folder = Files.createTempDirectory("netloom-bench-");
        var random = new SplittableRandom(seed);
        Files.createDirectories(idx());
        ByteBuffer images = ByteBuffer.allocate(16 + count * SIZE * SIZE).putInt(0x0803).putInt(count).putInt(SIZE)
                .putInt(SIZE);
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x0801).putInt(count);
        for (int i = 0; i < count; i++) {
            int label = i % CLASSES;
            byte[] pixels = picture(label, random);
            images.put(pixels);
            labels.put((byte) label);
            Path file = png().resolve("class" + label, i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png(pixels));
        }
        Files.write(idx().resolve("train-images-idx3-ubyte"), images.array());
        Files.write(idx().resolve("train-labels-idx1-ubyte"), labels.array());
    }

    /// A folder for each class.
    Path png() {
        return folder.resolve("png");
    }

    /// MNIST's files.
    Path idx() {
        return folder.resolve("idx");
    }

    private static byte[] picture(int label, SplittableRandom random) {
        byte[] pixels = new byte[SIZE * SIZE];
        int left = label % 5 * 4;
        int top = label / 5 * 12;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIZE - left;
            int y = i / SIZE - top;
            boolean inside = 0 <= x && x < SQUARE && 0 <= y && y < SQUARE;
            pixels[i] = (byte) (random.nextInt(NOISE) + (inside ? 255 - NOISE : 0));
        }
        return pixels;
    }

    /// A PNG file: header, one chunk of data without filters, end.
    private static byte[] png(byte[] pixels) throws IOException {
        var rows = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(rows)) {
            for (int y = 0; y < SIZE; y++) {
                deflater.write(0);
                deflater.write(pixels, y * SIZE, SIZE);
            }
        }
        byte[] header = ByteBuffer.allocate(13).putInt(SIZE).putInt(SIZE).put((byte) 8).array();
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header);
            chunk(out, "IDAT", rows.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
