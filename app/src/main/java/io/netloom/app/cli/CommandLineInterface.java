package io.netloom.app.cli;

import io.netloom.app.crash.CrashReports;
import io.netloom.shape.BadInput;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The command line. Exit status 0: done. 1: what the user gave was wrong, and one message says how. 2: a failure.
@Command(name = "netloom", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Builds, trains and uses neural networks. Without a command it opens the window, with the project files that are named.",
        subcommands = {NewCommand.class, CheckCommand.class, TrainCommand.class, FindRateCommand.class,
                EvaluateCommand.class,
                PredictCommand.class, ContinueCommand.class, DataCommand.class, CodeCommand.class, LayersCommand.class,
                BenchCommand.class, DoctorCommand.class, GpuCommand.class},
        footer = {"", "Exit status: 0 done, 1 the input was wrong, 2 a failure.", "",
                "Try: netloom train samples/fashion/fashion.netloom"})
public final class CommandLineInterface implements Runnable {
    static final int DONE = 0;
    static final int BAD_INPUT = 1;
    static final int FAILURE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /// Runs a command.
    ///
    /// @param arguments as the shell gave them
    /// @param out takes results
    /// @param err takes messages
    /// @param reports takes failures, which nobody wants to read but whoever mends them
    /// @return the exit status
    public static int run(String[] arguments, PrintStream out, PrintStream err, CrashReports reports) {
        var command = new CommandLine(new CommandLineInterface())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineInterface::explain)
                .setExecutionExceptionHandler((e, failed, _) -> report(e, failed, reports));
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            // One allocation that a network or a batch asked for, at most; what was taken is free again here.
            command.getErr().println("There is not enough memory for this (" + e.getMessage()
                    + "). Make the network or the batch smaller.");
            return FAILURE;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("`" + command.getCommandSpec().qualifiedName() + " --help` says how it is used.");
        return BAD_INPUT;
    }

    private static int report(Exception e, CommandLine command, CrashReports reports) {
        if (e instanceof BadInput) {
            command.getErr().println(e.getMessage());
            return BAD_INPUT;
        }
        String where = reports.keep(e, "netloom " + command.getCommandName()).map(reports::see)
                .map(file -> " What happened is written down in " + file + ".").orElse("");
        command.getErr().println("Netloom failed: " + e.getMessage() + "." + where);
        return FAILURE;
    }
}
