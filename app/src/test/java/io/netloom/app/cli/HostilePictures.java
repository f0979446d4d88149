package io.netloom.app.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Files with the names of pictures that are damaged, or want to do harm.
final class HostilePictures {
    private static final int KINDS = 14;
    private static final int NOISY_SIDE = 40;

    private HostilePictures() {}

    /// Writes so many, of all kinds in turn. Each bears its kind in its name.
    static void write(Path folder, int count) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < count; i++) {
                one(folder, i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void one(Path folder, int i) throws IOException {
        double share = 0.15 + 0.75 * (i / KINDS % 8) / 8;
        switch (i % KINDS) {
            case 0 -> Files.write(folder.resolve(i + "-cut.png"), cut("png", share, i));
            case 1 -> Files.write(folder.resolve(i + "-cut.jpg"), cut("jpg", share, i));
            case 2 -> Files.write(folder.resolve(i + "-cut.gif"), cut("gif", share, i));
            case 3 -> Files.write(folder.resolve(i + "-cut.bmp"), cut("bmp", share, i));
            case 4 -> Files.write(folder.resolve(i + "-cut.tiff"), cut("tiff", share, i));
            case 5 ->
                Files.writeString(folder.resolve(i + "-text.jpg"), "This is no picture, but a note. ".repeat(i + 1));
            case 6 -> Files.write(folder.resolve(i + "-bomb.png"), png(16_000, 16_000, 16_000L * 16_000));
            case 7 -> Files.write(folder.resolve(i + "-empty.png"), new byte[0]);
            case 8 -> Files.createDirectory(folder.resolve(i + "-folder.png"));
            case 9 -> Files.write(folder.resolve(i + "-canvas.gif"), hugeGif());
            case 10 -> Files.createSymbolicLink(folder.resolve(i + "-loop.png"), Path.of(i + "-loop.png"));
            case 11 -> Files.createSymbolicLink(folder.resolve(i + "-nowhere.png"), Path.of("not-there.png"));
            case 12 -> Files.write(folder.resolve(i + "-lie.bmp"), hugeBmp());
            // Small enough to be let in, but with no data behind its claim.
            default -> Files.write(folder.resolve(i + "-hollow.png"), png(9_000, 9_000, 1_000));
        }
    }

    /// A PNG that holds so many zeros of pixels, behind a true header.
    static byte[] png(int width, int height, long pixels) throws IOException {
        var rows = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(rows, deflater)) {
            byte[] zeros = new byte[1 << 16];
            for (long left = pixels; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } finally {
            deflater.end();
        }
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
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

    private static byte[] cut(String format, double share, long seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(NOISY_SIDE, NOISY_SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < NOISY_SIDE * NOISY_SIDE; i++) {
            image.setRGB(i % NOISY_SIDE, i / NOISY_SIDE, random.nextInt(1 << 24));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return Arrays.copyOf(bytes.toByteArray(), (int) (bytes.size() * share));
    }

    private static byte[] hugeGif() {
        ByteBuffer gif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) 65_535).putShort((short) 65_535)
                .put((byte) 0x80).put((byte) 0).put((byte) 0).put(new byte[] {0, 0, 0, -1, -1, -1});
        gif.put((byte) ',').putShort((short) 0).putShort((short) 0).putShort((short) 65_535).putShort((short) 65_535)
                .put((byte) 0).put(new byte[] {2, 2, 0x4c, 1, 0, ';'});
        return Arrays.copyOf(gif.array(), gif.position());
    }

    private static byte[] hugeBmp() {
        ByteBuffer bmp = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(100).putInt(0).putInt(54).putInt(40).putInt(60_000).putInt(50_000)
                .putShort((short) 1).putShort((short) 24);
        return bmp.array();
    }
}
