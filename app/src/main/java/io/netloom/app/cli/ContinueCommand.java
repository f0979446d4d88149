package io.netloom.app.cli;

import io.netloom.data.Vocabulary;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Continuation;
import io.netloom.project.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "continue", mixinStandardHelpOptions = true,
        description = "Lets a model that learnt from a plain text go on with another one.")
final class ContinueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = RunArgument.HELP)
    private Path path;

    @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "What the text begins with.")
    private String prompt;

    @Option(names = "--tokens", defaultValue = "200", paramLabel = "N",
            description = "How many characters, words or pieces are to follow. Default: 200.")
    private int tokens;

    @Option(names = "--temperature", defaultValue = "0.8", paramLabel = "T",
            description = "0 always takes the likeliest, 1 draws as the model says, more is wilder. Default: 0.8.")
    private double temperature;

    @Option(names = "--seed", defaultValue = "1", description = "Fixes what is drawn. Default: 1.")
    private long seed;

    @Option(names = "--device", defaultValue = "auto", description = "cpu, gpu, gpu:1 or auto. Default: auto.")
    private String device;

    @Override
    public Integer call() {
        var drawing = new Continuation.Drawing(tokens, temperature, seed);
        Run run = RunArgument.open(path);
        PrintWriter out = spec.commandLine().getOut();
        Vocabulary vocabulary = run.vocabulary();
        out.print(prompt);
        Continuation.of(run.model(), vocabulary, prompt, drawing, ComputeDevice.parse(device), piece -> {
            out.print(piece);
            out.flush();
        });
        out.println();
        return CommandLineInterface.DONE;
    }
}
