package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The first line of a table, and what it tells about the others.
///
/// @param names the columns' names, in order; a nameless column has an empty one
/// @param delimiter what stands between fields
record CsvHeader(List<String> names, char delimiter) {
    private static final String DELIMITERS = ",;\t|";
    private static final int MOST_CHARACTERS = 1 << 20;

    /// Reads the header.
    ///
    /// @param text the file, in UTF-8
    /// @param likely the delimiter that the other lines speak for
    /// @throws BadInput if the file is empty, is no text in UTF-8, or has two columns of one name
    static CsvHeader read(TableFile file, PlainText text, Optional<Character> likely, char quote) {
        Path path = file.path();
        try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(text.path()));
                InputStream unpacked = Unpacked.of(raw);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(unpacked, StandardCharsets.UTF_8.newDecoder()))) {
            String line = firstRecord(path, reader, quote);
            char delimiter = file.dialect().delimiter()
                    .or(() -> file.isTabbed() ? Optional.of('\t') : Optional.empty())
                    .or(() -> likely.filter(c -> fields(line, c, quote).size() > 1))
                    .orElseGet(() -> delimiter(line, quote));
            List<String> fields = fields(line, delimiter, quote);
            return new CsvHeader(file.dialect().header().orElse(true) ? distinct(path, fields)
                    : IntStream.rangeClosed(1, fields.size()).mapToObj(i -> "column" + i).toList(), delimiter);
        } catch (CharacterCodingException e) {
            throw notUtf8(path);
        } catch (IOException e) {
            throw ReadFailure.of(path, e);
        }
    }

    static BadInput notUtf8(Path file) {
        return new BadInput(Sentence.of("input.not-unicode",
                "{0} is no text in UTF-8. Save it again as \"CSV UTF-8\", or name its encoding, such as windows-1252.",
                file.toString()));
    }

    /// The text up to the first end of line that does not stand inside quotes.
    private static String firstRecord(Path file, BufferedReader reader, char quote) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        int c = reader.read();
        if (c == '\uFEFF') {
            c = reader.read();
        }
        for (; c >= 0 && (quoted || c != '\n' && c != '\r'); c = reader.read()) {
            quoted ^= c == quote;
            line.append((char) c);
            if (c == 0 || line.length() > MOST_CHARACTERS) {
                throw new BadInput(Sentence.of("input.no-table",
                        "{0} is no table: its first line is no line of text. Give a CSV file with the columns'' names in"
                                + " its first line.",
                        file.toString()));
            }
        }
        if (line.toString().isBlank()) {
            throw new BadInput(Sentence.of("input.empty",
                    "{0} is empty, or its first line is. A table needs the columns'' names in its first line, and examples"
                            + " below.",
                    file.toString()));
        }
        return line.toString();
    }

    /// Of comma, semicolon, tab and bar the one that the header has most of.
    private static char delimiter(String line, char quote) {
        char best = DELIMITERS.charAt(0);
        for (char candidate : DELIMITERS.toCharArray()) {
            if (fields(line, candidate, quote).size() > fields(line, best, quote).size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> fields(String line, char delimiter, char quote) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == quote && i + 1 < line.length() && line.charAt(i + 1) == quote;
            if (doubled) {
                field.append(c);
                i++;
            } else if (c == quote) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private static List<String> distinct(Path file, List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new BadInput(Sentence.of("input.same-names",
                        "{0} has two columns named \"{1}\". Give each column in the first line a name of its own.",
                        file.toString(), name));
            }
        }
        return List.copyOf(names);
    }
}
