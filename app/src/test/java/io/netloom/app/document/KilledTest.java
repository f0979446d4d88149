package io.netloom.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.cli.Child;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed (SIGKILL, of which it hears nothing) in the middle of saving: what is found is the old file or the new
/// one, whole.
@DisabledOnOs(OS.WINDOWS)
class KilledTest {
    private static final int KILLS = 12;
    private static final int BLOCKS = 3_000;

    @TempDir
    private Path folder;

    /// Saves for ever, now more blocks and now fewer; the process that is killed.
    public static final class Saver {
        private Saver() {}

        /// @param arguments `save` and a file, or `keep` and a folder for copies
        public static void main(String[] arguments) {
            Path path = Path.of(arguments[1]);
            Optional<Recovery> recovery = arguments[0].equals("keep") ? Optional.of(Recovery.open(path))
                    : Optional.empty();
            for (int round = 0;; round++) {
                Project project = project(round % 2 == 0 ? BLOCKS : BLOCKS / 2);
                recovery.ifPresentOrElse(r -> r.keep("document1", project, Optional.of(Path.of("/origin.netloom")),
                        Path.of("/origin.netloom")),
                        () -> ProjectFile.write(project, path));
                System.out.println(round);
            }
        }
    }

    @Test
    void aSavedFileIsTheOldOneOrTheNewOneWhole() throws Exception {
        Path file = folder.resolve("drawing.netloom");
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(kill, "save", file);
            assertThat(ProjectFile.read(file).graph().nodes().size()).isIn(BLOCKS, BLOCKS / 2);
        }
        ProjectFile.write(project(1), file);
        assertThat(names(folder)).as("what was half written is swept up").containsExactly("drawing.netloom");
    }

    @Test
    void aRecoveryCopyIsWholeAndIsOffered() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(kill, "keep", folder);
            try (Recovery next = Recovery.open(folder)) {
                assertThat(next.lost()).singleElement().satisfies(lost -> {
                    assertThat(ProjectFile.read(lost.copy()).graph().nodes().size()).isIn(BLOCKS, BLOCKS / 2);
                    assertThat(lost.origin()).contains(Path.of("/origin.netloom"));
                    next.forget(lost);
                });
                assertThat(next.lost()).isEmpty();
            }
            assertThat(names(folder.resolve("recovery"))).isEmpty();
        }
    }

    /// Starts a process, waits until it has saved once and a little more, each time a little longer, and kills it.
    private static void killAfter(int kill, String what, Path path) throws IOException, InterruptedException {
        Process child = Child.java(Saver.class, what, path.toString());
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(out.readLine()).isEqualTo("0");
            assertThat(child.waitFor(7L * kill, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Project project(int blocks) {
        Project empty = Project.empty();
        Graph graph = Graph.of(IntStream.range(0, blocks)
                .mapToObj(i -> new Node("b" + i, Catalogue.standard().make("ReLU"), i, 0)).toList(), List.of());
        return new Project(graph, empty.data(), empty.plan());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
