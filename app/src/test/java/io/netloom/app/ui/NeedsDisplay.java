package io.netloom.app.ui;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Starts the display before the first test that needs it. If there can be none, it says so once.
public final class NeedsDisplay implements ExecutionCondition {
    private static final Namespace OURS = Namespace.create(NeedsDisplay.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var store = context.getRoot().getStore(OURS);
        Optional<String> obstacle = store.getOrComputeIfAbsent("obstacle", _ -> say(Display.obstacle()),
                Said.class).what();
        if (obstacle.isPresent()) {
            return ConditionEvaluationResult.disabled(obstacle.get());
        }
        store.getOrComputeIfAbsent("display", _ -> {
            Display.start();
            return "started";
        });
        return ConditionEvaluationResult.enabled("there is a display");
    }

    private static Said say(Optional<String> obstacle) {
        obstacle.ifPresent(System.out::println);
        return new Said(obstacle);
    }

    private record Said(Optional<String> what) {}
}
