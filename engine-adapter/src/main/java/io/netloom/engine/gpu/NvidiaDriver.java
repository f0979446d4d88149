package io.netloom.engine.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// NVIDIA's driver, as this machine has it.
///
/// @param version such as `550.54.14`
/// @param devices what its GPUs are called
public record NvidiaDriver(String version, List<String> devices) {
    private static final Path KERNEL = Path.of("/proc/driver/nvidia");
    private static final Pattern VERSION = Pattern.compile("\\b(\\d{3,4}\\.\\d{1,3}(?:\\.\\d{1,3})?)\\b");
    private static final int SECONDS = 5;

    public NvidiaDriver {
        devices = List.copyOf(devices);
    }

    /// Runs a program to its end, and gives what it printed; nothing where it is not there, failed, or took too long.
    @FunctionalInterface
    interface Asks {
        Optional<String> answer(List<String> command);
    }

    /// Looks for it: in what Linux tells of its kernel modules, else by asking `nvidia-smi`, which comes with the driver.
    public static Optional<NvidiaDriver> look() {
        return look(KERNEL, NvidiaDriver::run);
    }

    /// Whether there is a sign of it; quick, and so less sure than [#look].
    static boolean seems() {
        String windows = System.getenv("SystemRoot");
        return Files.exists(KERNEL.resolve("version")) || Files.exists(Path.of("/dev/dxg"))
                || windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll"));
    }

    /// @param kernel the folder in which the kernel's module tells of itself
    static Optional<NvidiaDriver> look(Path kernel, Asks system) {
        Optional<NvidiaDriver> asked = system.answer(
                List.of("nvidia-smi", "--query-gpu=driver_version,name", "--format=csv,noheader"))
                .flatMap(NvidiaDriver::parse);
        return asked.isPresent() ? asked : ofKernel(kernel);
    }

    /// Whether it can run what was built for a version of CUDA. Within CUDA 12 any driver since 525 will do (NVIDIA's
    /// "minor version compatibility"); CUDA 11 needs 450, and CUDA 13 needs 580.
    ///
    /// @param flavour such as `cu128`
    public boolean suits(String flavour) {
        return major() >= firstFor(flavour);
    }

    /// The first driver that suits a build.
    static int firstFor(String flavour) {
        return flavour.startsWith("cu11") ? 450 : flavour.startsWith("cu12") ? 525 : 580;
    }

    private int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static Optional<NvidiaDriver> parse(String answer) {
        var devices = new ArrayList<String>();
        String version = "";
        for (String line : answer.lines().toList()) {
            String[] parts = line.split(",", 2);
            if (parts.length == 2 && VERSION.matcher(parts[0].strip()).matches()) {
                version = parts[0].strip();
                devices.add(parts[1].strip());
            }
        }
        return version.isEmpty() ? Optional.empty() : Optional.of(new NvidiaDriver(version, devices));
    }

    private static Optional<NvidiaDriver> ofKernel(Path kernel) {
        try {
            Path file = kernel.resolve("version");
            Matcher version = VERSION.matcher(Files.isReadable(file) ? Files.readString(file) : "");
            return version.find() ? Optional.of(new NvidiaDriver(version.group(1), models(kernel.resolve("gpus"))))
                    : Optional.empty();
        } catch (IOException _) {
            // What cannot be read is as good as not there.
            return Optional.empty();
        }
    }

    private static List<String> models(Path gpus) throws IOException {
        var models = new ArrayList<String>();
        if (Files.isDirectory(gpus)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(gpus)) {
                for (Path folder : folders) {
                    Files.readString(folder.resolve("information")).lines().filter(line -> line.startsWith("Model:"))
                            .map(line -> line.substring("Model:".length()).strip()).forEach(models::add);
                }
            }
        }
        return models;
    }

    private static Optional<String> run(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            // What it prints is a few lines, which a pipe holds; so it can end before they are read.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
