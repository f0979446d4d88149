package io.netloom.app.cli;

import io.netloom.check.Check;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.ImageTable;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.SeriesChoice;
import io.netloom.data.Table;
import io.netloom.data.TableChoice;
import io.netloom.data.TableFile;
import io.netloom.data.TextFile;
import io.netloom.project.ProjectFile;
import io.netloom.project.Proposal;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "new", mixinStandardHelpOptions = true,
        description = "Looks at data and proposes a network and a plan for it, as a new project.")
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "PATH",
            description = "A table (CSV, TSV, JSON lines, Parquet; it may name pictures), a plain text (.txt), a folder of images (a folder a class), a folder that holds images/ and masks/, or a folder"
                    + " with MNIST's files.")
    private Path data;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column of a table to predict; may be given"
            + " several times.")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private DialectOptions dialect;

    @Mixin
    private SeriesOptions series;

    @Option(names = "--out", required = true, paramLabel = "P.netloom", description = "The project file to write.")
    private Path out;

    @Option(names = "--reconstruct", description = "Propose a network that gives its input back through a code of fewer"
            + " numbers, an autoencoder. Pictures may lie in any folders.")
    private boolean reconstruct;

    @Override
    public Integer call() {
        if (Files.exists(out)) {
            throw new BadInput(out + " exists already. Choose another name with --out, or remove it first.");
        }
        PrintWriter text = spec.commandLine().getOut();
        List<Sentence> remarks = new ArrayList<>();
        DataSource source = source(remarks);
        Proposal proposal;
        try (Dataset dataset = source.open()) {
            dataset.warnings().forEach(spec.commandLine().getErr()::println);
            proposal = Proposal.of(source, dataset, remarks);
        }
        ProjectFile.write(proposal.project(), out);
        text.println(proposal.reason());
        text.println();
        Check.of(proposal.project().graph()).checked().ifPresent(network -> NetworkTable.print(network, text));
        text.println();
        text.println("Written to " + out + ". Train it with: netloom train " + out);
        return CommandLineInterface.DONE;
    }

    private DataSource source(List<Sentence> remarks) {
        boolean forecast = series.wanted();
        if (reconstruct) {
            if (forecast) {
                throw new BadInput(
                        "A network that gives its input back forecasts nothing. Leave the options of a forecast"
                                + " or --reconstruct away.");
            }
            if (!targets.isEmpty()) {
                throw new BadInput("A network that gives its input back learns no column. Leave --target or"
                        + " --reconstruct away.");
            }
            return Reconstructed.detect(data);
        }
        Path path = data.toAbsolutePath().normalize();
        if (Table.isTable(path) && Files.isRegularFile(path)) {
            TableFile table = new TableFile(path, dialect.dialect());
            if (forecast) {
                return series(SeriesChoice.of(table, targets, series.wish()), remarks);
            }
            Optional<ImageTable> pictures = ImageTable.detect(table, targets);
            if (pictures.isPresent()) {
                return pictures.get();
            }
            TableChoice choice = TableChoice.of(table, targets);
            Optional<SeriesChoice> found = series.isRefused() ? Optional.empty() : SeriesChoice.found(choice);
            if (found.isPresent()) {
                remarks.add(Sentence.of("remark.no-forecast",
                        "{0} proposes to learn from each row by itself instead.", "--no-forecast"));
                return series(found.get(), remarks);
            }
            remarks.addAll(choice.remarks());
            return choice.table();
        }
        if (forecast) {
            throw new BadInput(
                    path + " is no table, and only the rows of a table are forecast. Give a .csv, .tsv, .jsonl or"
                            + " .parquet file, or leave the options of a forecast away.");
        }
        if (TextFile.isText(path) && Files.isRegularFile(path) && targets.isEmpty()) {
            return TextFile.detect(path, dialect.dialect().encoding());
        }
        return DataSource.detect(path, targets.stream().findFirst());
    }

    private static Series series(SeriesChoice choice, List<Sentence> remarks) {
        remarks.addAll(0, choice.remarks());
        return choice.series();
    }
}
