package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.check.Check;
import io.netloom.graph.Activity;
import io.netloom.graph.Node;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks that take no part, in files.
class ActivityFileTest {
    @TempDir
    private Path folder;

    @Test
    void versionOneOfBlocksThatTakeNoPartLoadsToWhatItAlwaysMeant() throws IOException {
        Project project = ProjectFile.read(golden());
        assertThat(project.graph().nodes()).extracting(Node::activity).containsExactly(Activity.ACTIVE,
                Activity.BYPASSED, Activity.MUTED, Activity.ACTIVE);
        assertThat(Check.of(project.graph()).findings()).isEmpty();
        Path again = folder.resolve("again.netloom");
        ProjectFile.write(project, again);
        assertThat(ProjectFile.read(again)).isEqualTo(project);
        assertThat(Files.readString(again)).containsOnlyOnce("bypassed").containsOnlyOnce("muted")
                .doesNotContain("active");
        Clip clip = new Clip(project.graph(), List.of());
        assertThat(Clip.of(clip.text())).contains(clip);
    }

    @Test
    void anotherWordIsRefusedWithWhatIsNeeded() throws IOException {
        Path file = folder.resolve("p.netloom");
        Files.writeString(file, Files.readString(golden()).replace("\"muted\"", "\"asleep\""));
        assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(BadInput.class)
                .hasMessageEndingWith("nodes[2], activity must be active, bypassed or muted, not asleep.");
    }

    private Path golden() throws IOException {
        Path file = folder.resolve("project-v1-activity.netloom");
        try (InputStream in = ActivityFileTest.class.getResourceAsStream("/golden/projects/project-v1-activity.json")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
