package io.netloom.engine.gpu;

import io.netloom.shape.BadInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A gzipped file on another machine.
///
/// @param name what it is called here
/// @param address where it lies
/// @param size its bytes there
record Remote(String name, URI address, long size) {
    private static final int CONNECT_MILLIS = 15_000;
    private static final int READ_MILLIS = 60_000;
    private static final int PIECE = 1 << 16;
    private static final long BETWEEN_REPORTS = 4 << 20;
    private static final int RANGE_BEYOND_END = 416;

    /// Asks for its size.
    static Remote of(String name, URI address) {
        HttpURLConnection connection = open(address, "HEAD", 0);
        try {
            long size = connection.getContentLengthLong();
            if (size < 0) {
                throw new BadInput("The server does not say how large " + address + " is. Try again later.");
            }
            return new Remote(name, address, size);
        } finally {
            connection.disconnect();
        }
    }

    /// Its content, of a small file.
    ///
    /// @param most bytes that it may have
    byte[] read(long most) {
        HttpURLConnection connection = open(address, "GET", 0);
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(Math.toIntExact(most));
        } catch (IOException e) {
            throw unreachable(address, e);
        } finally {
            connection.disconnect();
        }
    }

    /// Fetches what of it is not there yet.
    ///
    /// @param arrived is told every few megabytes how many bytes are there
    /// @return the bytes that were fetched now
    long fetch(Path folder, LongConsumer arrived) throws IOException {
        Path file = folder.resolve(name);
        long there = Files.exists(file) ? Files.size(file) : 0;
        if (there > size) {
            Files.delete(file);
            there = 0;
        }
        long fetched = there == size ? 0 : append(file, there, arrived);
        arrived.accept(size);
        if (Files.size(file) != size) {
            throw new BadInput("Of " + address + " only " + Files.size(file) + " of " + size
                    + " bytes arrived. `netloom gpu install` goes on from there.");
        }
        return fetched;
    }

    private long append(Path file, long there, LongConsumer arrived) throws IOException {
        HttpURLConnection connection = open(address, "GET", there);
        boolean goesOn = connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL;
        long bytes = goesOn ? there : 0;
        long begin = bytes;
        try (OutputStream out = goesOn ? Files.newOutputStream(file, StandardOpenOption.APPEND)
                : Files.newOutputStream(file)) {
            byte[] piece = new byte[PIECE];
            long reported = bytes;
            InputStream in = stream(connection);
            for (int read = read(in, piece); read >= 0 && bytes <= size; read = read(in, piece)) {
                out.write(piece, 0, read);
                bytes += read;
                if (bytes - reported >= BETWEEN_REPORTS) {
                    arrived.accept(bytes);
                    reported = bytes;
                }
            }
            return bytes - begin;
        } finally {
            connection.disconnect();
        }
    }

    /// What fails on the way is told apart from what fails on the disk.
    private InputStream stream(HttpURLConnection connection) {
        try {
            return connection.getInputStream();
        } catch (IOException e) {
            throw unreachable(address, e);
        }
    }

    private int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw unreachable(address, e);
        }
    }

    /// The SHA-256 of what was fetched, in hexadecimal digits.
    String checksum(Path folder) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(folder.resolve(name)),
                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Unpacks it beside itself, which checks gzip's own checksum. The packed file stays, unless it is damaged.
    void unpack(Path folder) throws IOException {
        Path packed = folder.resolve(name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), PIECE)) {
            Files.copy(in, folder.resolve(name.substring(0, name.length() - ".gz".length())),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (ZipException | EOFException e) {
            Files.delete(packed);
            throw new BadInput(address + " arrived damaged (" + e.getMessage()
                    + "). It was thrown away; run `netloom gpu install` again.", e);
        }
    }

    private static HttpURLConnection open(URI address, String method, long from) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
            }
            int status = connection.getResponseCode();
            if (status == RANGE_BEYOND_END) {
                connection.disconnect();
                return open(address, method, 0);
            }
            if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL) {
                connection.disconnect();
                throw new BadInput("The server answered " + status + " to " + address
                        + ", where the engine for GPUs should be. Try again later, or with a newer Netloom.");
            }
            return connection;
        } catch (IOException e) {
            throw unreachable(address, e);
        }
    }

    private static BadInput unreachable(URI address, IOException cause) {
        return new BadInput("Cannot reach " + address.getHost() + " (" + cause.getClass().getSimpleName()
                + "), from where the engine for GPUs is fetched: this needs a connection to the internet. What has arrived is kept;"
                + " `netloom gpu install` goes on from there.", cause);
    }
}
