package io.netloom.app;

import io.netloom.app.cli.CommandLineInterface;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs the command line.
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments, System.out, System.err));
    }
}
