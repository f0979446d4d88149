import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Starts Netloom's window several times, each time as a new user, and says how long it takes until the welcome page is shown, and until
/// the program has answered a key (Ctrl+Shift+P lays the list of commands over it). It looks at the screen and presses keys, as a person does;
/// so it needs a display of its own, and nothing else should run:
///
///     xvfb-run -a -s "-screen 0 1600x1000x24" java installer/src/build/java/WindowTimes.java 7 installer/target/netloom/bin/netloom
///
/// Arguments: how often, and the command.
void main(String[] arguments) throws IOException, InterruptedException, AWTException {
    var command = List.of(arguments).subList(1, arguments.length);
    var shown = new ArrayList<Double>();
    var answered = new ArrayList<Double>();
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
        var home = Files.createTempDirectory("netloom-home");
        // Not a first start, at which the window leads through itself with a sample.
        var settings = Files.createDirectories(home.resolve(".config/netloom")).resolve("settings.json");
        Files.writeString(settings, "{}\n");
        try {
            var times = new Start(command, home).run();
            shown.add(times[0]);
            answered.add(times[1]);
            IO.println(String.format(Locale.ROOT, "shown after %.2f s, answered after %.2f s", times[0], times[1]));
        } finally {
            delete(home);
        }
    }
    IO.println(String.format(Locale.ROOT, "medians: %.2f s, %.2f s", median(shown), median(answered)));
}

private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
}

private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }
}

/// One start, which ends with a drawing, taken back, and Ctrl+Q.
private static final class Start {
    /// Points of the screen that are looked at, in pixels from one to the next.
    private static final int GRID = 8;
    /// An empty screen has one colour, a window that is not painted yet a few.
    private static final int COLOURS_OF_A_PAGE = 12;
    private static final double SHARE_THAT_AN_ANSWER_CHANGES = 0.02;
    private static final long SECONDS_TO_WAIT = 60;
    private static final int SETTLE_MILLIS = 1000;
    private static final int STEP_MILLIS = 300;
    private static final List<String> BLOCKS = List.of("input", "conv2d", "batchnorm", "relu", "maxpool2d", "flatten",
            "dense", "output");
    private static final int COPIES = 12;

    private final Robot robot = new Robot();
    private final ProcessBuilder program;
    private long begun;

    Start(List<String> command, Path home) throws AWTException {
        program = new ProcessBuilder(command).inheritIO();
        program.environment().put("HOME", home.toString());
        program.environment().put("JDK_JAVA_OPTIONS", "-Duser.home=" + home);
        program.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    }

    double[] run() throws IOException, InterruptedException {
        begun = System.nanoTime();
        var process = program.start();
        while (colours(look()) < COLOURS_OF_A_PAGE) {
            pause(process);
        }
        double shown = seconds();
        var before = look();
        while (changed(before, look()) < SHARE_THAT_AN_ANSWER_CHANGES) {
            press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
            for (int i = 0; i < 4 && changed(before, look()) < SHARE_THAT_AN_ANSWER_CHANGES; i++) {
                pause(process);
            }
        }
        double answered = seconds();
        press(KeyEvent.VK_ESCAPE);
        draw();
        while (process.isAlive()) {
            press(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
            process.waitFor(1, TimeUnit.SECONDS);
            pause(process);
        }
        return new double[] {shown, answered};
    }

    /// Draws some blocks, for the caches that are written of such a start are to know the canvas too, and takes all of it
    /// back, so that nothing is unsaved.
    private void draw() {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        robot.delay(SETTLE_MILLIS);
        for (var block : BLOCKS) {
            block.chars().forEach(letter -> press(KeyEvent.getExtendedKeyCodeForChar(letter)));
            press(KeyEvent.VK_ENTER);
            robot.delay(STEP_MILLIS);
        }
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        for (int i = 0; i < COPIES; i++) {
            press(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
            press(KeyEvent.VK_HOME);
            robot.delay(STEP_MILLIS);
        }
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        robot.delay(SETTLE_MILLIS);
        for (int i = 0; i <= BLOCKS.size() + COPIES; i++) {
            press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
            robot.delay(STEP_MILLIS);
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void pause(Process process) {
        if (seconds() > SECONDS_TO_WAIT) {
            process.destroyForcibly();
            throw new IllegalStateException("No window that answers after " + SECONDS_TO_WAIT + " seconds");
        }
        robot.delay(50);
    }

    private BufferedImage look() {
        return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    private void press(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
    }

    private static long colours(BufferedImage picture) {
        return points(picture).map(i -> colour(picture, i)).distinct().count();
    }

    private static double changed(BufferedImage before, BufferedImage now) {
        return points(now).filter(i -> colour(before, i) != colour(now, i)).count() / (double) points(now).count();
    }

    private static IntStream points(BufferedImage picture) {
        return IntStream.range(0, (picture.getWidth() / GRID) * (picture.getHeight() / GRID));
    }

    private static int colour(BufferedImage picture, int i) {
        int columns = picture.getWidth() / GRID;
        return picture.getRGB(i % columns * GRID, i / columns * GRID);
    }
}
