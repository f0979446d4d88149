package io.netloom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Python's PyTorch in a process of its own, which waits while the others run.
final class PyTorchContender implements Contender {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private PyTorchContender(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /// Starts it; empty where the system's Python has no PyTorch.
    static Optional<Contender> start(BenchNetwork network, int threads) {
        if (!Files.isExecutable(PYTHON)) {
            return Optional.empty();
        }
        String shape = network.input().toString().replaceAll("[\\[\\] ]", "");
        var command = List.of(PYTHON.toString(), "src/test/bench/step.py", network.python(), shape,
                "" + network.classes(), "" + network.batch(), "" + threads);
        try {
            var contender = new PyTorchContender(
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
            if ("ready".equals(contender.answers.readLine())) {
                return Optional.of(contender);
            }
            contender.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Run run(int steps) {
        orders.println(steps);
        try {
            String[] answer = answers.readLine().split(" ");
            return new Run(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without orders, the process ends.
    @Override
    public void close() {
        orders.close();
        process.onExit().join();
    }
}
