package io.netloom.app.cli;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.data.DataSource;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// What commands ask of a project, with messages for those who have it not.
final class ProjectArgument {
    private ProjectArgument() {}

    static CheckedGraph network(Project project, Path file) {
        Check check = Check.of(project.graph());
        return check.checked().orElseThrow(() -> new BadInput("The network in " + file + " has problems:\n"
                + check.findings().stream().map(Finding::message).map("  "::concat)
                        .collect(Collectors.joining("\n"))));
    }

    static DataSource data(Project project, Path file) {
        return project.data().orElseThrow(() -> new BadInput(
                file + " names no data to learn from. `netloom new --data PATH --out P.netloom` makes a project that does."));
    }
}
