package io.netloom.app.cli;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/// Small data that is easily learnt.
final class Examples {
    /// A project that tells grey pictures of two classes in `FOLDER` apart.
    static final String PICTURE_PROJECT = """
            {"netloom": 1,
             "data": {"images": "FOLDER", "channels": 1, "height": 8, "width": 8},
             "plan": {"epochs": 3, "batchSize": 8, "learningRate": 0.01,
                      "optimiser": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0},
                      "validation": 0.2, "test": 0.1, "seed": 7},
             "graph": {"nodes": [
                {"name": "in", "type": "Input", "x": 0, "y": 0, "settings": {"shape": "1x8x8"}},
                {"name": "flat", "type": "Flatten", "x": 0, "y": 0},
                {"name": "norm", "type": "BatchNorm", "x": 0, "y": 0},
                {"name": "head", "type": "Dense", "x": 0, "y": 0, "settings": {"units": 2}},
                {"name": "out", "type": "Output", "x": 0, "y": 0}],
              "edges": [{"from": "in", "to": "flat"}, {"from": "flat", "to": "norm"}, {"from": "norm", "to": "head"},
                {"from": "head", "to": "out"}]}}
            """;
    private static final int SIDE = 8;

    private Examples() {}

    /// A folder a class; the first class is bright on the left, the second on the right.
    static Path pictures(Path folder, int each, String left, String right) {
        for (int i = 0; i < each; i++) {
            picture(folder.resolve(left).resolve(i + ".png"), true, i);
            picture(folder.resolve(right).resolve(i + ".png"), false, 1000 + i);
        }
        return folder;
    }

    /// One picture, bright on the left or on the right.
    static Path picture(Path file, boolean left, long seed) {
        var random = new Random(seed);
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.getRaster().setSample(x, y, 0, (x < SIDE / 2 == left ? 180 : 20) + random.nextInt(50));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// A table with columns `a`, `b` and `kind`: whether their sum is above 0.
    static Path classes(Path file, int rows) {
        var random = new Random(rows);
        var text = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,%s%n", a, b, a + b > 0 ? "high" : "low"));
        }
        return write(file, text.toString());
    }

    /// A table with columns `a`, `b` and `price`, which is 1000 + 300 a − 200 b.
    static Path numbers(Path file, int rows) {
        var random = new Random(rows);
        var text = new StringBuilder("a,b,price\n");
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,%.1f%n", a, b, 1000 + 300 * a - 200 * b));
        }
        return write(file, text.toString());
    }

    /// MNIST's files of squares of this side: class 1 is bright, class 0 is dark.
    static Path idx(Path folder, int side, int train, int test) {
        return idx(folder, side, 2, train, test);
    }

    /// MNIST's files of squares of this side: the higher the class, the brighter.
    static Path idx(Path folder, int side, int classes, int train, int test) {
        try {
            Files.createDirectories(folder);
            idx(folder, "train", side, classes, train);
            idx(folder, "t10k", side, classes, test);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void idx(Path folder, String part, int side, int classes, int count) throws IOException {
        var random = new Random(count);
        try (var images = gzip(folder.resolve(part + "-images-idx3-ubyte.gz"));
                var labels = gzip(folder.resolve(part + "-labels-idx1-ubyte.gz"))) {
            images.writeInt(0x0803);
            labels.writeInt(0x0801);
            images.writeInt(count);
            labels.writeInt(count);
            images.writeInt(side);
            images.writeInt(side);
            for (int i = 0; i < count; i++) {
                int label = i % classes;
                labels.writeByte(label);
                for (int p = 0; p < side * side; p++) {
                    images.writeByte(label * 150 / (classes - 1) + random.nextInt(100));
                }
            }
        }
    }

    private static DataOutputStream gzip(Path file) throws IOException {
        return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
    }
}
