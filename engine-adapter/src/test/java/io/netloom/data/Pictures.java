package io.netloom.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Makes picture files for tests.
final class Pictures {
    private Pictures() {}

    /// A folder `class/0.png`, `class/1.png`, … of grey 4×4 pictures for each name.
    static Path folder(Path root, int each, String... classes) {
        for (int c = 0; c < classes.length; c++) {
            for (int i = 0; i < each; i++) {
                grey(root.resolve(classes[c]).resolve(i + ".png"), 4, 4, 10 * c + i);
            }
        }
        return root;
    }

    /// A picture of one grey value, stored as grey.
    static Path grey(Path file, int width, int height, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, value);
            }
        }
        return write(file, image);
    }

    /// A picture of one colour, stored with red, green, blue and transparency.
    static Path colour(Path file, int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return write(file, image);
    }

    /// A picture whose left half is black and whose right half is white.
    static Path halves(Path file, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return write(file, image);
    }

    static Path write(Path file, BufferedImage image) {
        String name = file.getFileName().toString();
        return file(file, bytes(image, name.substring(name.lastIndexOf('.') + 1)));
    }

    static byte[] bytes(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Any bytes, in a file whose folders are made.
    static Path file(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path file, String text) {
        return file(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
