package io.netloom.app.cli;

import io.netloom.app.sheet.AugmentationSheet;
import io.netloom.data.Augmentation;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import io.netloom.project.WriteFailure;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "augment", mixinStandardHelpOptions = true,
        description = "Draws what a project's plan does to its pictures: a row for each example, first as it is, then as the"
                + " network sees it in one epoch after the other.")
final class AugmentCommand implements Callable<Integer> {
    private static final int MOST = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "P.netloom", description = "The project file.")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "SHEET.png", description = "The picture to write.")
    private Path out;

    @Option(names = "--examples", defaultValue = "8", paramLabel = "N", description = "Rows. Default: 8.")
    private int examples;

    @Option(names = "--epochs", defaultValue = "8", paramLabel = "N", description = "Columns. Default: 8.")
    private int epochs;

    @Override
    public Integer call() {
        if (Math.min(examples, epochs) < 1 || Math.max(examples, epochs) > MOST) {
            throw new BadInput("--examples and --epochs must be 1 to " + MOST + ".");
        }
        Project project = ProjectFile.read(file);
        if (project.plan().augmentation().equals(Augmentation.NONE)) {
            throw new BadInput(
                    "The plan of " + file + " leaves pictures as they are. Write \"augmentation\": {\"flip\":"
                            + " \"horizontal\", \"rotation\": 10} into it, for instance.");
        }
        try (Dataset data = Training.data(project, file).open()) {
            var notes = new LeftOutNotes(data, spec.commandLine().getErr());
            write(project, data);
            notes.tell();
        } catch (IOException e) {
            throw WriteFailure.of(out, e, Sentence.plain("Choose another file with --out."));
        }
        spec.commandLine().getOut().println("The sheet is in " + out + ".");
        return CommandLineInterface.DONE;
    }

    private void write(Project project, Dataset data) throws IOException {
        int[] train = Split.of(data, project.plan().splitting(), project.plan().fractions(), project.plan().seed())
                .train();
        BufferedImage sheet = AugmentationSheet.draw(data, train, project.plan().augmentation(), project.plan().seed(),
                examples, epochs);
        Path place = out.toAbsolutePath().getParent();
        Files.createDirectories(place);
        if (Files.isDirectory(out)) {
            throw new BadInput(out + " is a folder. Name the picture to write, such as sheet.png.");
        }
        ImageIO.write(sheet, "png", out.toFile());
    }
}
