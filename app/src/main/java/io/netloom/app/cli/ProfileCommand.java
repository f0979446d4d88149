package io.netloom.app.cli;

import io.netloom.data.TableFile;
import io.netloom.profile.TableProfile;
import io.netloom.project.ProfileJson;
import io.netloom.shape.BadInput;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "profile", mixinStandardHelpOptions = true,
        description = "Says what is in a table, what is wrong with it, and what a network must beat. The table may be larger than"
                + " memory; what is then an estimate is said.")
final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A table: CSV, TSV, JSON lines (all may be gzipped) or Parquet.")
    private Path path;

    @Option(names = "--target", paramLabel = "COLUMN",
            description = "The column to be learned. Else the one that `netloom new` would take.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--test", paramLabel = "PATH",
            description = "A table of rows for the test, which must not stand in the first one too.")
    private Optional<Path> test = Optional.empty();

    @Mixin
    private DialectOptions dialect;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (Files.isDirectory(path)) {
            throw new BadInput(
                    path + " is a folder. A profile is made of a table: give a CSV, TSV, JSON lines or Parquet"
                            + " file.");
        }
        TableProfile profile = TableProfile.of(new TableFile(path.toAbsolutePath(), dialect.dialect()), target,
                test.map(Path::toAbsolutePath));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ProfileJson.text(profile));
        } else {
            new ProfileText(out).print(profile);
        }
        return CommandLineInterface.DONE;
    }
}
