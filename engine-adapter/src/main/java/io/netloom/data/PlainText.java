package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file of text in UTF-8, which DuckDB reads: the user's own, or a copy where that is in another encoding.
///
/// @param path where to read
/// @param gzipped whether it is packed
/// @param large whether its table is better not kept in memory
/// @param encoding what the user's file is in
record PlainText(Path path, boolean gzipped, boolean large, Charset encoding) {
    private static final int LOOKED_AT = 1 << 12;
    private static final int BUFFER = 1 << 16;
    private static final long SMALL_BYTES = 32L << 20;
    /// How much smaller packing makes tables, roughly.
    private static final int PACKED = 8;

    /// @param scratch for the copy
    /// @throws BadInput if the file cannot be read, or is not in the encoding that it should be in
    static PlainText of(TableFile file, Scratch scratch) {
        Path path = file.path();
        ReadFailure.refuseEndless(path);
        try (var raw = new BufferedInputStream(Files.newInputStream(path)); InputStream text = Unpacked.of(raw)) {
            boolean gzipped = text != raw;
            text.mark(LOOKED_AT);
            byte[] start = text.readNBytes(LOOKED_AT);
            text.reset();
            Optional<Charset> encoding = file.dialect().encoding().map(Dialect::charset).or(() -> sixteenBits(start))
                    .filter(charset -> !charset.equals(StandardCharsets.UTF_8));
            long bytes = Files.size(path) * (gzipped ? PACKED : 1);
            if (encoding.isEmpty()) {
                return new PlainText(path, gzipped, bytes > SMALL_BYTES, StandardCharsets.UTF_8);
            }
            Path copy = scratch.file("copy.csv");
            copy(path, text, encoding.get(), copy);
            return new PlainText(copy, false, bytes > SMALL_BYTES, encoding.get());
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        }
    }

    /// UTF-16 by its mark, or by every other byte being 0, as in tables of Latin letters and digits.
    private static Optional<Charset> sixteenBits(byte[] start) {
        if (start.length >= 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF
                && Math.abs(start[0] - start[1]) == 1) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] < Math.max(2, start.length / 4) || Math.min(zeros[0], zeros[1]) > 0) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /// The first lines of a file, as far as they can be read; what is no text in its encoding becomes `\uFFFD`.
    static List<String> lines(TableFile file, int most) {
        Path path = file.path();
        try (var raw = new BufferedInputStream(Files.newInputStream(path)); InputStream text = Unpacked.of(raw)) {
            byte[] start = text.readNBytes(BUFFER);
            Charset charset = file.dialect().encoding().map(Dialect::charset).or(() -> sixteenBits(start))
                    .orElse(StandardCharsets.UTF_8);
            return new String(start, charset).lines().limit(most).toList();
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        }
    }

    private static void copy(Path path, InputStream text, Charset encoding, Path copy) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(text, encoding.newDecoder()), BUFFER);
                BufferedWriter writer = Files.newBufferedWriter(copy)) {
            reader.transferTo(writer);
        } catch (CharacterCodingException e) {
            throw new BadInput(Sentence.of("input.other-encoding",
                    "{0} is no text in {1}. Name the encoding that it is in.", path.toString(), encoding.name()), e);
        }
    }
}
