package io.netloom.app.cli;

import io.netloom.data.TableFile;
import io.netloom.profile.PictureProfile;
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
        description = "Says what is in a table or a folder of pictures, what is wrong with it, and what a network must beat. A"
                + " table may be larger than memory; what is then an estimate is said. Ctrl+C stops looking at pictures and"
                + " tells of those that were seen.")
final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH",
            description = "A table: CSV, TSV, JSON lines (all may be gzipped) or Parquet; or a folder of"
                    + " pictures, a folder a class.")
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
        return Files.isDirectory(path) ? pictures() : table();
    }

    private int pictures() {
        if (target.isPresent() || test.isPresent()) {
            throw new BadInput(
                    "--target and --test are for tables. In a folder of pictures the folders are the classes,"
                            + " and folders train and test the parts.");
        }
        try (var stop = new StopOnInterrupt()) {
            PictureProfile profile = PictureProfile.of(path.toAbsolutePath().normalize(),
                    new ProfileProgress(spec.commandLine().getErr()), stop);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(ProfileJson.text(profile));
            } else {
                new ProfileText(out).print(profile);
            }
            out.flush();
        }
        return CommandLineInterface.DONE;
    }

    private int table() {
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
