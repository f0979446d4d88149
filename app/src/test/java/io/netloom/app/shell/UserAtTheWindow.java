package io.netloom.app.shell;

import io.netloom.app.ui.Display;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The program as it really runs, in a process of its own with a display of its own, and somebody with mouse and keyboard before it. They
/// train the project that was opened, or take the offer to go on with a training that was cut off; say, line by line, how far the bar is,
/// from 0 to 1; and leave once the training is over.
public final class UserAtTheWindow {
    private static final int PATIENCE_SECONDS = 120;

    private final FxRobot robot = new FxRobot();
    private double said = -1;

    private UserAtTheWindow() {}

    /// @param arguments `train` and a project file, or `resume`
    public static void main(String[] arguments) {
        Display.start();
        boolean resumes = arguments[0].equals("resume");
        Thread.ofPlatform().daemon().start(() -> {
            try {
                new UserAtTheWindow().use(resumes);
            } catch (TimeoutException e) {
                System.err.println("the user waited in vain: " + e);
                System.exit(1);
            }
        });
        WindowApplication.open(resumes ? List.of() : List.of(arguments[1]));
    }

    private void use(boolean resumes) throws TimeoutException {
        if (resumes) {
            await(() -> find("#banners .accent").isPresent());
            robot.clickOn("#banners .accent");
        } else {
            await(() -> find("#head-train").filter(Node::isVisible).isPresent());
            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        }
        await(() -> {
            find("#training-progress").ifPresent(bar -> say(((ProgressBar) bar).getProgress()));
            return find("#training-start").filter(start -> ((Labeled) start).getText().equals("Train Again")
                    && start.isVisible()).isPresent() && find("#training-stop").filter(Node::isVisible).isEmpty();
        });
        robot.push(KeyCode.CONTROL, KeyCode.Q);
    }

    private void say(double progress) {
        if (progress > said) {
            said = progress;
            System.out.println(progress);
        }
    }

    private Optional<Node> find(String query) {
        return robot.lookup(query).tryQuery();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
