package io.netloom.profile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers and names in sentences.
final class Told {
    private static final int NAMED = 5;
    private static final int LONGEST = 40;

    private Told() {}

    /// `1,234 rows`, `1 row`.
    static String rows(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// `4.2 %`, `less than 0.1 %`.
    static String share(double share) {
        if (share > 0 && share < 0.001) {
            return "less than 0.1 %";
        }
        return String.format(Locale.ROOT, share > 0.1 ? "%.0f %%" : "%.1f %%", 100 * share);
    }

    /// A number without a needless fraction.
    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number)
                : Double.toString(number);
    }

    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…") + '"';
    }

    /// `"a", "b" and 3 more`.
    static String quoted(List<String> texts) {
        String first = texts.stream().limit(NAMED).map(Told::quoted).collect(Collectors.joining(", "));
        return texts.size() <= NAMED ? first : first + " and " + (texts.size() - NAMED) + " more";
    }
}
