package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.CharBuffer;
import java.util.Optional;

/// Reads a text into memory.
final class WholeText {
    private static final long MOST_BYTES = 256L << 20;
    private static final char MARK = '\uFEFF';

    private WholeText() {}

    /// @throws BadInput if it cannot be read, is too large, or is not in the encoding that it should be in
    static String read(Path file, Optional<String> encoding) {
        ReadFailure.refuseEndless(file);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new BadInput(Sentence.of("input.large-text",
                        "{0} is larger than 256 MiB, more text than is learnt from at once. Use a part.",
                        file.toString()));
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = decoded(file, bytes, encoding);
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private static String decoded(Path file, byte[] bytes, Optional<String> encoding) {
        boolean marked = bytes.length >= 2 && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
        Charset charset = encoding.map(Dialect::charset)
                .orElse(marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new BadInput(Sentence.of("input.misfit",
                    "{0} is not written in {1}: its byte {2,number,0} does not fit. {3}",
                    file.toString(), charset.name(), in.position() + 1,
                    encoding.isEmpty()
                            ? Sentence.of("input.misfit.likely",
                                    "It seems to be {0}; name the encoding (--encoding {0}), or save it as UTF-8.",
                                    likely(bytes))
                            : Sentence.of("input.misfit.name", "Name the encoding that it is in.")));
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    /// Bytes of Chinese text come in pairs; those of Latin letters with accents are mostly alone.
    private static String likely(byte[] bytes) {
        int high = 0;
        int pairs = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                if (i + 1 < bytes.length && bytes[i + 1] < 0) {
                    pairs++;
                    high++;
                    i++;
                }
            }
        }
        if (4 * pairs > high) {
            try {
                Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes));
                return "GB18030";
            } catch (CharacterCodingException e) {
                return "windows-1252";
            }
        }
        return "windows-1252";
    }
}
