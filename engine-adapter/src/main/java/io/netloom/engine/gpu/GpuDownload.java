package io.netloom.engine.gpu;

import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Fetches the engine for GPUs from where DJL publishes its builds, file by file; what was cut off goes on where it ended.
///
/// DJL publishes no checksums of these files. So a file is held to its size, and to the checksum that gzip wrote
/// into it; that shows damage, and not fraud, against which only HTTPS stands. The SHA-256 of each file is
/// written down beside the files.
public final class GpuDownload {
    /// Where DJL itself fetches its engines from.
    private static final URI HOST = URI.create("https://publish.djl.ai/pytorch/");
    /// A file of a list has a plain name, and lies in no folder but the one that belongs to it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,200}\\.gz");
    private static final long MOST_OF_LIST = 1 << 20;
    private static final String CHECKSUMS = "sha256.txt";
    /// Libraries of code shrink to about a half.
    private static final int UNPACKED = 2;

    private final GpuEngine engine;
    private final URI host;

    /// From DJL's host.
    public GpuDownload(GpuEngine engine) {
        this(engine, HOST);
    }

    GpuDownload(GpuEngine engine, URI host) {
        this.engine = engine;
        this.host = host;
    }

    /// What `nvidia-smi` and the kernel say is asked first, so that nobody fetches gigabytes for nothing.
    ///
    /// @throws BadInput if this machine's driver could not use the engine
    public static void refuseWithout(Optional<NvidiaDriver> driver, GpuBuild build) {
        if (driver.isEmpty()) {
            throw new BadInput(
                    "There is no NVIDIA driver on this machine, without which the engine for GPUs cannot run."
                            + " Install the driver of your GPU (nvidia-smi comes with it), then run `netloom gpu install` again.");
        } else if (!driver.get().suits(build.flavour())) {
            throw new BadInput("The NVIDIA driver " + driver.get().version() + " is too old for CUDA " + build.cuda()
                    + ", which the engine was built for. Install driver " + NvidiaDriver.firstFor(build.flavour())
                    + " or newer, then run `netloom gpu install` again.");
        }
    }

    /// Fetches and installs it.
    ///
    /// @param progress is told of every few megabytes
    /// @return the bytes that were fetched, without those of an earlier time
    /// @throws BadInput if there is no internet, no such build or no place, or if something arrived damaged
    public long install(Consumer<Fetched> progress) {
        try {
            Files.createDirectories(engine.unfinished());
            List<Remote> files = files();
            long total = files.stream().mapToLong(Remote::size).sum();
            refuseWithoutPlace(total);
            var sums = new ArrayList<String>();
            long arrived = 0;
            long fetched = 0;
            for (Remote file : files) {
                long before = arrived;
                fetched += file.fetch(engine.unfinished(),
                        bytes -> progress.accept(new Fetched(file.name(), before + bytes, total)));
                sums.add(file.checksum(engine.unfinished()) + "  " + file.name());
                arrived += file.size();
            }
            for (Remote file : files) {
                file.unpack(engine.unfinished());
            }
            for (Remote file : files) {
                Files.delete(engine.unfinished().resolve(file.name()));
            }
            Files.writeString(engine.unfinished().resolve(CHECKSUMS), String.join("\n", sums) + "\n");
            engine.finish();
            return fetched;
        } catch (IOException e) {
            throw new BadInput("Cannot lay the engine for GPUs into " + engine.folder() + ": " + e.getMessage()
                    + ". Give yourself the right to write there, and make room.", e);
        }
    }

    private List<Remote> files() throws IOException {
        URI list = host.resolve(engine.build().version() + "/files.txt");
        byte[] text = new Remote("files.txt", list, 0).read(MOST_OF_LIST);
        var files = new ArrayList<Remote>();
        for (String line : new String(text, StandardCharsets.UTF_8).lines().map(String::strip).toList()) {
            if (line.startsWith(engine.build().prefix())) {
                String name = line.substring(engine.build().prefix().length()).replace("%2B", "+");
                if (!NAME.matcher(name).matches()) {
                    throw new BadInput("The list at " + list + " names a file '" + name
                            + "', which is no plain name. Nothing was installed.");
                }
                files.add(Remote.of(name, host.resolve(engine.build().version() + "/" + line)));
            }
        }
        if (files.isEmpty()) {
            throw new BadInput("DJL publishes no engine " + engine.build().version() + " for CUDA "
                    + engine.build().cuda() + " on " + engine.build().system() + " (" + list
                    + "). Netloom goes on computing on the CPU.");
        }
        return files;
    }

    private void refuseWithoutPlace(long total) throws IOException {
        long needed = total * (1 + UNPACKED);
        Path folder = engine.unfinished();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new BadInput("The engine for GPUs needs about " + Bytes.text(needed) + " in " + folder.getParent()
                    + ", where " + Bytes.text(free) + " are free. Make room, then run `netloom gpu install` again.");
        }
    }
}
