package io.netloom.data;

import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What tells whether files are still those that a run learnt from: their names and sizes, and what is in them. Of large files the beginning
/// is looked at, and the time when they were last written.
///
/// @param files how many there are
/// @param bytes how large they are together
/// @param digest a SHA-256 of all of it
public record Fingerprint(int files, long bytes, String digest) {
    /// Of each file, and of all files together, so that it takes less than a second.
    private static final long MOST_OF_A_FILE = 16L << 20;
    private static final long MOST = 64L << 20;
    private static final int PIECE = 1 << 16;
    private static final byte UNREADABLE = '?';

    /// Looks at the files of a source; none where there are none to look at. Of a file that cannot be read only the name counts: whoever
    /// reads the data says what is wrong with it.
    public static Optional<Fingerprint> of(DataSource source) {
        List<Path> files = source.watched();
        return files.isEmpty() ? Optional.empty() : Optional.of(of(files));
    }

    private static Fingerprint of(List<Path> files) {
        MessageDigest digest = sha256();
        long bytes = 0;
        long left = MOST;
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            try {
                var facts = Files.readAttributes(file, BasicFileAttributes.class);
                add(facts.size(), digest);
                long read = facts.isRegularFile() ? addStart(file, Math.min(MOST_OF_A_FILE, left), digest) : 0;
                if (read < facts.size()) {
                    add(facts.lastModifiedTime().toMillis(), digest);
                }
                left -= read;
                bytes += facts.size();
            } catch (IOException _) {
                digest.update(UNREADABLE);
            }
        }
        return new Fingerprint(files.size(), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(long number, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    private static long addStart(Path file, long most, MessageDigest digest) throws IOException {
        byte[] piece = new byte[PIECE];
        long read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = 0; n >= 0 && read < most; n = in.read(piece, 0, (int) Math.min(PIECE, most - read))) {
                digest.update(piece, 0, n);
                read += n;
            }
        }
        return read;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What is different now, as the end of a sentence that begins with "the data"; none where nothing is.
    public Optional<Sentence> changeTo(Fingerprint now) {
        if (equals(now)) {
            return Optional.empty();
        }
        if (now.bytes == 0) {
            return Optional.of(Sentence.of("change.gone", "is no longer where it was, or is empty"));
        }
        if (files != now.files) {
            return Optional.of(Sentence.of("change.files", "had {0} and now has {1}", count(files), count(now.files)));
        }
        return Optional.of(bytes != now.bytes
                ? Sentence.of("change.bytes", "had {0} bytes and now has {1}", bytes, now.bytes)
                : Sentence.of("change.content", "has other content, or files of other names"));
    }

    private static Sentence count(int files) {
        return Sentence.of("told.files", "{0,choice,0#0 files|1#1 file|1<{0} files}", files);
    }
}
