package io.netloom.project;

import io.netloom.data.DataSource;
import io.netloom.graph.Graph;
import io.netloom.train.TrainingPlan;
import java.util.Optional;

/// What a user works on: a drawing, the data that it learns from, and how.
public record Project(Graph graph, Optional<DataSource> data, TrainingPlan plan) {

    /// An empty canvas.
    public static Project empty() {
        return new Project(Graph.empty(), Optional.empty(), TrainingPlan.usual());
    }

    /// The same project with another plan.
    public Project withPlan(TrainingPlan newPlan) {
        return new Project(graph, data, newPlan);
    }
}
