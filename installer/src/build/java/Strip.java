import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Takes the names out of libraries that only a debugger wants: a hundred megabytes of 520.
final class Strip {
    private Strip() {}

    static void libraries(Path folder) throws IOException, InterruptedException {
        for (var file : Tree.files(folder)) {
            if (file.getFileName().toString().matches("lib.*\\.so([._].*)?")) {
                Run.program(List.of("strip", "--strip-unneeded", file.toString()), folder);
            }
        }
    }
}
