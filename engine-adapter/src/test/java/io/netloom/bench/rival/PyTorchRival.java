package io.netloom.bench.rival;

import com.google.auto.service.AutoService;
import io.netloom.bench.Contender;
import io.netloom.bench.Contest;
import io.netloom.bench.Rival;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Python's PyTorch: the system's own, else that of the first `python3` on the path.
@AutoService(Rival.class)
public final class PyTorchRival implements Rival {
    private static final Path OF_THE_SYSTEM = Path.of("/usr/bin/python3");

    @Override
    public String name() {
        return "pytorch";
    }

    @Override
    public String needs() {
        return "a python3 that imports torch (Debian: apt-get install python3-torch)";
    }

    @Override
    public Optional<Contender> enter(Contest contest) {
        return pythons().distinct().flatMap(python -> PyTorchContender.start(python, contest).stream()).findFirst()
                .map(contender -> contender);
    }

    private static Stream<Path> pythons() {
        Stream<Path> onPath = Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3"));
        return Stream.concat(Stream.of(OF_THE_SYSTEM), onPath.filter(Files::isExecutable).limit(1))
                .filter(Files::isExecutable);
    }
}
