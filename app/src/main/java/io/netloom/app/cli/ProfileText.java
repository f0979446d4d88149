package io.netloom.app.cli;

import io.netloom.profile.Bar;
import io.netloom.profile.Baseline;
import io.netloom.profile.ColumnProfile;
import io.netloom.profile.ColumnValues;
import io.netloom.profile.Concern;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableProfile;
import io.netloom.profile.TargetProfile;
import io.netloom.shape.Bytes;
import java.io.File;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Profiles for a terminal of 100 columns.
final class ProfileText {
    private static final int WIDTH = 100;
    private static final int NAME = 22;
    private static final int SHOWN_TEXTS = 56;
    private static final int SHOWN_CLASSES = 50;
    private static final int SHOWN_EXAMPLE = 40;
    private static final long LONGEST_BAR = 20;
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final double BILLION = 1e9;
    private static final double THOUSANDTH = 1e-3;

    private final PrintWriter out;

    ProfileText(PrintWriter out) {
        this.out = out;
    }

    void print(TableProfile profile) {
        File file = profile.file().toFile();
        out.printf(Locale.ROOT, "%s: %,d rows, %d columns, %s%n", file.getName(), profile.rows(),
                profile.columns().size(), size(file.length()));
        numbers(profile);
        texts(profile);
        dates(profile);
        empty(profile);
        if (profile.columns().stream().anyMatch(ColumnProfile::estimated)) {
            out.println();
            out.println("Figures with a ~, and quantiles, are estimates within some per cent, for the table is large.");
        }
        concerns(profile.concerns());
        String guessed = profile.target().chosen() ? "" : " (guessed; --target names another)";
        out.println();
        out.println("What a network must beat, for the " + (profile.target().classes() ? "classes of \"" : "number \"")
                + profile.target().column() + "\"" + guessed);
        target(profile.target());
    }

    void print(PictureProfile profile) {
        int seen = profile.pictures() + profile.leftOut().size();
        out.printf(Locale.ROOT, "%s: %,d pictures of %d classes%s%n", profile.folder().getFileName(),
                profile.pictures(), profile.classes().size(), parts(profile));
        if (seen < profile.asked()) {
            out.printf(Locale.ROOT, "Stopped after %,d of %,d files: what follows is about those.%n", seen,
                    profile.asked());
        }
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Class", "Pictures", "", "Such as"));
        long most = profile.classes().stream().mapToLong(PictureProfile.PictureClass::count).max().orElse(1);
        for (PictureProfile.PictureClass one : profile.classes().subList(0,
                Math.min(SHOWN_CLASSES, profile.classes().size()))) {
            rows.add(List.of(cut(one.name(), NAME), String.format(Locale.ROOT, "%,d", one.count()),
                    "█".repeat((int) Math.max(1, LONGEST_BAR * one.count() / most)),
                    cut(one.examples().getFirst(), SHOWN_EXAMPLE)));
        }
        TextTable.print(rows, 1, out);
        if (profile.classes().size() > SHOWN_CLASSES) {
            out.println("… and " + (profile.classes().size() - SHOWN_CLASSES) + " more classes");
        }
        out.println();
        out.println("Size      " + (profile.smallest().equals(profile.largest()) ? profile.smallest() + ", all of them"
                : profile.smallest() + " to " + profile.largest() + ", half of them below " + profile.median()
                        + "; width ÷ height " + number(profile.steepest()) + " to " + number(profile.flattest())));
        out.println("Stored as " + counted(profile.formats(), profile.pictures()) + "; "
                + counted(profile.modes(), profile.pictures()));
        out.println("Red, green, blue   mean " + numbers(profile.mean()) + ", deviation " + numbers(profile.deviation())
                + " (of 255)");
        if (!profile.leftOut().isEmpty()) {
            out.println();
            out.println("Cannot be read");
            profile.leftOut().stream().limit(SHOWN_CLASSES)
                    .forEach(file -> wrap("  - ", file.name() + ": " + file.cause()));
            if (profile.leftOut().size() > SHOWN_CLASSES) {
                out.println("  … and " + (profile.leftOut().size() - SHOWN_CLASSES) + " more; --json lists all");
            }
        }
        concerns(profile.concerns());
        out.println();
        out.println("What a network must beat");
        target(profile.target());
    }

    private static String parts(PictureProfile profile) {
        return profile.parts().isEmpty() ? ""
                : profile.parts().entrySet().stream()
                        .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%,d", e.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String counted(SequencedMap<String, Integer> counts, int all) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + percent(e.getValue() / (double) all))
                .collect(Collectors.joining(", "));
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(ProfileText::number).collect(Collectors.joining(" "));
    }

    private void numbers(TableProfile profile) {
        section(profile, List.of("Number", "Missing", "Distinct", "Min", "5 %", "Median", "95 %", "Max", "Mean", ""),
                c -> c.values() instanceof ColumnValues.Numbers, c -> {
                    var n = (ColumnValues.Numbers) c.values();
                    return List.of(number(n.least()), number(n.quantiles().getFirst()), number(n.quantiles().get(2)),
                            number(n.quantiles().getLast()), number(n.greatest()), number(n.mean()),
                            bars(n.histogram()));
                });
    }

    private void texts(TableProfile profile) {
        section(profile, List.of("Text", "Missing", "Distinct", "Most frequent"),
                c -> c.values() instanceof ColumnValues.Texts, c -> List.of(texts(c, profile.rows())));
    }

    private static String texts(ColumnProfile column, long rows) {
        var texts = (ColumnValues.Texts) column.values();
        long present = Math.max(1, rows - column.missing());
        List<String> pieces = texts.frequent().isEmpty()
                ? column.examples().stream().map(text -> '"' + text + '"').toList()
                : texts.frequent().stream().map(f -> f.text() + " " + percent(f.count() / (double) present)).toList();
        String words = texts.words()
                .map(w -> String.format(Locale.ROOT, "%.0f words of %,d, ", w.mean(), w.vocabulary())).orElse("");
        var line = new StringBuilder(texts.frequent().isEmpty() ? words + "such as " : "");
        line.append(pieces.getFirst());
        for (String piece : pieces.subList(1, pieces.size())) {
            if (line.length() + piece.length() + 3 > SHOWN_TEXTS) {
                return cut(line + ", …", SHOWN_TEXTS);
            }
            line.append(", ").append(piece);
        }
        return cut(line + (column.distinct() > pieces.size() && !texts.frequent().isEmpty() ? ", …" : ""),
                SHOWN_TEXTS);
    }

    private void dates(TableProfile profile) {
        section(profile, List.of("Date", "Missing", "Distinct", "First", "Last", ""),
                c -> c.values() instanceof ColumnValues.Moments, c -> {
                    var m = (ColumnValues.Moments) c.values();
                    return List.of(m.first(), m.last(), bars(m.histogram()));
                });
    }

    private void empty(TableProfile profile) {
        List<String> names = profile.columns().stream().filter(c -> c.values() instanceof ColumnValues.Nothing)
                .map(ColumnProfile::name).toList();
        if (!names.isEmpty()) {
            out.println();
            wrap("", "Empty: " + String.join(", ", names));
        }
    }

    private interface Cells {
        List<String> of(ColumnProfile column);
    }

    /// The last of the cells is set to the left, as names are.
    private void section(TableProfile profile, List<String> head, Predicate<ColumnProfile> which, Cells cells) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        for (ColumnProfile column : profile.columns()) {
            if (which.test(column)) {
                List<String> row = new ArrayList<>();
                row.add(cut(column.name().isEmpty() ? "(no name)" : column.name(), NAME));
                row.add(column.missing() == 0 ? "" : percent(column.missing() / (double) profile.rows()));
                row.add((column.estimated() ? "~" : "") + String.format(Locale.ROOT, "%,d", column.distinct()));
                row.addAll(cells.of(column));
                rows.add(row);
            }
        }
        if (rows.size() > 1) {
            int width = rows.stream().mapToInt(row -> row.getLast().length()).max().orElse(0);
            out.println();
            TextTable.print(rows.stream().map(row -> padded(row, width)).toList(), 1, out);
        }
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> padded = new ArrayList<>(row);
        padded.set(row.size() - 1, row.getLast() + " ".repeat(width - row.getLast().length()));
        return padded;
    }

    private void concerns(List<Concern> concerns) {
        out.println();
        if (concerns.isEmpty()) {
            out.println("Nothing suspicious was found.");
            return;
        }
        out.println("What to look at");
        for (Concern concern : concerns) {
            wrap(concern.isGrave() ? "  ! " : "  - ", concern.found() + " " + concern.mend());
        }
    }

    private void target(TargetProfile target) {
        if (!target.baselines().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            List<String> head = new ArrayList<>(List.of("  "));
            head.addAll(target.baselines().getFirst().scores().sequencedKeySet());
            rows.add(head);
            for (Baseline baseline : target.baselines()) {
                List<String> row = new ArrayList<>(List.of("  " + baseline.name()));
                baseline.scores().values().forEach(score -> row.add(score(score)));
                rows.add(row);
            }
            TextTable.print(rows, 1, out);
            wrap("  ", String.format(Locale.ROOT, "They learnt from %,d rows and were judged on %,d others.",
                    target.learnt(), target.judged()));
        }
        target.remarks().forEach(remark -> wrap("  ", remark));
    }

    /// Breaks a text between words.
    private void wrap(String first, String text) {
        var line = new StringBuilder(first);
        int begin = first.length();
        for (String word : text.split(" ")) {
            if (line.length() > begin && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line.setLength(0);
                line.append(" ".repeat(begin));
            }
            line.append(line.length() > begin ? " " : "").append(word);
        }
        out.println(line);
    }

    /// A column of blocks for each bar; one that is not empty shows at least the lowest.
    private static String bars(List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
        return bars.stream().map(bar -> {
            double height = (BARS.length() - 1) * bar.count() / (double) Math.max(1, most);
            return String.valueOf(BARS.charAt(bar.count() == 0 ? 0 : Math.max(1, (int) Math.round(height))));
        }).collect(Collectors.joining());
    }

    /// Some four digits that count.
    private static String number(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < BILLION) {
            return Long.toString((long) number);
        }
        if (size >= BILLION || size < THOUSANDTH) {
            return String.format(Locale.ROOT, "%.2e", number).replace("e+0", "e").replace("e+", "e").replace("e-0",
                    "e-");
        }
        int digits = (int) Math.max(0, 3 - Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// Three decimals, and no minus before a 0.
    private static String score(double score) {
        return Math.abs(score) >= 10 ? number(score)
                : String.format(Locale.ROOT, "%.3f", score).replace("-0.000", "0.000");
    }

    private static String size(long bytes) {
        return bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) + " KB" : Bytes.text(bytes);
    }

    private static String percent(double share) {
        return share > 0 && share < THOUSANDTH ? "<0.1 %"
                : String.format(Locale.ROOT, share >= 0.1 ? "%.0f %%" : "%.1f %%", 100 * share);
    }

    private static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
