package io.netloom.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Reads files that may be gzipped, whatever their names say.
final class Unpacked {
    private static final int BUFFER = 1 << 16;

    private Unpacked() {}

    /// A stream of what `raw` holds: unpacked if it begins as gzip does, else `raw` itself, still at its beginning.
    static InputStream of(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        byte[] start = raw.readNBytes(2);
        raw.reset();
        boolean gzip = start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }
}
