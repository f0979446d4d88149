package io.netloom.app.welcome;

import io.netloom.app.document.Workspace;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.graph.Graph;
import io.netloom.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What to begin with: an empty canvas, a sample, or a project that was open before.
public final class WelcomeViewModel {
    private final Workspace workspace;
    private final Background background;
    private final Path samples;
    private final Texts texts;

    /// A sample.
    ///
    /// @param name as its folder is called
    /// @param words one line on what it is
    public record Sample(String name, String words, Path file, Graph graph) {}

    /// @param samples the folder of samples; it need not be there
    public WelcomeViewModel(Workspace workspace, Background background, Path samples, Texts texts) {
        this.workspace = workspace;
        this.background = background;
        this.samples = samples;
        this.texts = texts;
    }

    /// Reads the samples and hands them over, the smallest network first.
    public void findSamples(Consumer<List<Sample>> then) {
        background.run(this::read, then, e -> System.getLogger(WelcomeViewModel.class.getName())
                .log(System.Logger.Level.WARNING, "the samples cannot be read", e));
    }

    /// Projects that were open before and are still there.
    public List<Path> recent() {
        return workspace.settings().recent().stream().filter(Files::isRegularFile).limit(6).toList();
    }

    /// Opens an empty canvas.
    public void create() {
        workspace.create(texts.get("shell.untitled"));
    }

    /// Opens a sample as a new project, so that it stays as it is.
    public void open(Sample sample) {
        workspace.openCopy(sample.file(), sample.name());
    }

    /// Opens a project.
    public void open(Path file) {
        workspace.open(file);
    }

    private List<Sample> read() throws IOException {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        var found = new ArrayList<Sample>();
        try (Stream<Path> folders = Files.list(samples)) {
            for (Path folder : folders.sorted().toList()) {
                String name = folder.getFileName().toString();
                Path file = folder.resolve(name + ".netloom");
                if (Files.isRegularFile(file)) {
                    String key = "welcome.sample." + name;
                    found.add(new Sample(name, texts.has(key) ? texts.get(key) : "", file,
                            ProjectFile.read(file).graph()));
                }
            }
        }
        found.sort(Comparator.comparingInt(sample -> sample.graph().size()));
        return found;
    }
}
