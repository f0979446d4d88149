package io.netloom.bench.rival;

import io.netloom.bench.Contender;
import io.netloom.bench.Contest;
import io.netloom.bench.Lap;
import io.netloom.compile.TensorData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A Python of its own, which waits while the others run. `pytorch.py` says what it is told and what it answers.
final class PyTorchContender implements Contender {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final long parameters;

    private PyTorchContender(Process process, BufferedReader answers, long parameters) {
        this.process = process;
        this.answers = answers;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.parameters = parameters;
    }

    /// Starts it; empty where this Python has no PyTorch, or the script does not know the network.
    static Optional<PyTorchContender> start(Path python, Contest contest) {
        try {
            Path folder = Files.createTempDirectory("netloom-rival-");
            Path script = folder.resolve("pytorch.py");
            Path data = folder.resolve("data");
            try {
                try (InputStream source = PyTorchContender.class.getResourceAsStream("pytorch.py")) {
                    Files.copy(source, script);
                }
                write(contest, data);
                return start(python, script, data, contest);
            } finally {
                Files.deleteIfExists(script);
                Files.deleteIfExists(data);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<PyTorchContender> start(Path python, Path script, Path data, Contest contest)
            throws IOException {
        String shape = contest.inputs().getFirst().shape().stream().map(String::valueOf)
                .collect(Collectors.joining(","));
        var builder = new ProcessBuilder(List.of(python.toString(), script.toString(), contest.course().name(),
                data.toString(), shape, "" + contest.inputs().size(), "" + contest.threads(), "" + Contest.RATE,
                "" + Contest.SEED)).redirectError(ProcessBuilder.Redirect.INHERIT);
        // What Netloom's launcher sets for itself is not what a user of PyTorch has.
        builder.environment().keySet().removeAll(
                List.of("OMP_WAIT_POLICY", "KMP_BLOCKTIME", "GOMP_SPINCOUNT", "GLIBC_TUNABLES"));
        Process process = builder.start();
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith("ready ")) {
            process.destroy();
            return Optional.empty();
        }
        return Optional.of(new PyTorchContender(process, answers, Long.parseLong(answer.substring(6))));
    }

    /// All inputs, then all classes.
    private static void write(Contest contest, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); WritableByteChannel channel = Channels.newChannel(out)) {
            for (TensorData input : contest.inputs()) {
                channel.write(input.data());
            }
            for (TensorData target : contest.targets()) {
                channel.write(target.data());
            }
        }
    }

    @Override
    public Lap run(int steps) {
        orders.println(steps);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Python's PyTorch ended before its time");
            }
            String[] numbers = answer.split(" ");
            return new Lap(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long parameters() {
        return parameters;
    }

    /// Without orders, the process ends.
    @Override
    public void close() {
        orders.close();
        process.onExit().join();
    }
}
