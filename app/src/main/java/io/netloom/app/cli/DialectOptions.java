package io.netloom.app.cli;

import io.netloom.data.ColumnType;
import io.netloom.data.Dialect;
import io.netloom.data.TableQuery;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// What a user says about how a table is written; the rest is found out.
final class DialectOptions {
    @Option(names = "--delimiter", paramLabel = "C", description = "What stands between the fields of a table; tab for"
            + " tabs. Else it is found out, as are the next ones.")
    private Optional<String> delimiter = Optional.empty();

    @Option(names = "--quote", paramLabel = "C", description = "What stands around fields that hold delimiters.")
    private Optional<String> quote = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", description = "The table's character set, such as windows-1252.")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--decimal", paramLabel = "C", description = "The decimal mark: a point or a comma.")
    private Optional<String> decimal = Optional.empty();

    @Option(names = "--no-header",
            description = "The table's first line holds no names; columns are column1, column2, …")
    private boolean headless;

    @Option(names = "--missing", paramLabel = "TEXT", description = "A text that stands for a missing value, such as"
            + " -999, beside the usual ones (NA, ? and the like); may be given several times.")
    private List<String> missing = new ArrayList<>();

    @Option(names = "--missing-only", paramLabel = "TEXT", description = "A text that stands for a missing value"
            + " instead of the usual ones; \"\" where only empty fields do. May be given several times.")
    private List<String> missingOnly = new ArrayList<>();

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", description = "What a column holds: number, text, boolean or"
            + " date; may be given several times.")
    private Map<String, ColumnType> types = new LinkedHashMap<>();

    Dialect dialect() {
        return new Dialect(mark("--delimiter", delimiter), mark("--quote", quote), Optional.empty(), encoding,
                mark("--decimal", decimal), headless ? Optional.of(false) : Optional.empty(),
                missing(), new LinkedHashMap<>(types));
    }

    private Optional<List<String>> missing() {
        if (!missing.isEmpty() && !missingOnly.isEmpty()) {
            throw new BadInput("--missing adds to the usual words for a missing value, and --missing-only takes their"
                    + " place. Give one of the two.");
        }
        return !missingOnly.isEmpty() ? Optional.of(missingOnly)
                : missing.isEmpty() ? Optional.empty()
                        : Optional.of(Stream.concat(TableQuery.missingWords().stream(), missing.stream()).toList());
    }

    private static Optional<Character> mark(String option, Optional<String> text) {
        return text.map(t -> switch (t) {
            case "tab", "\\t" -> '\t';
            case String one when one.length() == 1 -> one.charAt(0);
            default -> throw new BadInput(option + " takes a single character, not '" + t + "'.");
        });
    }
}
