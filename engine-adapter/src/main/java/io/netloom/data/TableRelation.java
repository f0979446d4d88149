package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The file as DuckDB's query language reads it: a relation of the columns `c0`, `c1` and so on, which are numbers or texts.
///
/// @param file the file, as users name it
/// @param text where it is read
/// @param names the columns' names, in order; a nameless column has an empty one
/// @param numbers those columns that hold nothing but numbers
/// @param sql the relation, with a `?` for the path
/// @param decimal the decimal mark
/// @param dates formats in which dates are written there
/// @param written all about how the file is written, where it is text with delimiters
/// @param isGuess whether only the first rows were looked at for numbers, so that later ones may not be read
record TableRelation(TableFile file, PlainText text, List<String> names, Set<Integer> numbers, String sql, char decimal,
        List<String> dates, Optional<Dialect> written, boolean isGuess) {

    private static final System.Logger LOG = System.getLogger(TableRelation.class.getName());
    private static final int GUESSED_FROM = 200_000;
    private static final int ALL = -1;
    private static final Pattern NUMBER = Pattern
            .compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\(.*");

    /// @throws BadInput if the file cannot be read as a table
    static TableRelation of(Connection connection, TableFile file, PlainText text) {
        return switch (file.format()) {
            case DELIMITED -> delimited(connection, file, text, text.large() ? GUESSED_FROM : ALL);
            case JSON -> typed(connection, file, text, "read_json(?, sample_size = -1, compression = '"
                    + compression(text) + "')");
            case PARQUET -> typed(connection, file, text, "read_parquet(?)");
        };
    }

    /// The same, after a look at all rows. Guessing is faster, because looking is not done on all cores.
    TableRelation surely(Connection connection) {
        return delimited(connection, file, text, ALL);
    }

    private static TableRelation delimited(Connection connection, TableFile file, PlainText text, int rows) {
        Sniffed sniffed = Sniffed.of(connection, file, text);
        CsvHeader header = CsvHeader.read(file, text, sniffed.delimiter(), sniffed.quote());
        String reader = "read_csv(?, header = " + file.dialect().header().orElse(true) + ", compression = '"
                + compression(text) + "', delim = " + Sql.text(header.delimiter()) + ", quote = "
                + Sql.text(sniffed.quote()) + ", escape = " + Sql.text(sniffed.escape()) + ", decimal_separator = '"
                + sniffed.decimal() + "', nullstr = [" + words(file.dialect()) + "], ";
        int width = header.names().size();
        Set<Integer> numbers = numbers(connection, text, reader, width, rows);
        numbers.removeIf(column -> isText(file.dialect().types().get(header.names().get(column))));
        return new TableRelation(file, text, header.names(), numbers,
                reader + "auto_detect = false, columns = " + columns(numbers, width) + ")", sniffed.decimal(),
                sniffed.dates(), Optional.of(written(file, text, header, sniffed)), rows != ALL);
    }

    private static Dialect written(TableFile file, PlainText text, CsvHeader header, Sniffed sniffed) {
        Dialect said = file.dialect();
        return new Dialect(Optional.of(header.delimiter()), Optional.of(sniffed.quote()),
                Optional.of(sniffed.escape()), Optional.of(text.encoding().name()), Optional.of(sniffed.decimal()),
                Optional.of(said.header().orElse(true)), said.missing(), said.types());
    }

    /// What stands for a missing value, as it is usually written, so that columns of numbers are recognised while the file is parsed, fast.
    private static String words(Dialect dialect) {
        List<String> words = new ArrayList<>(List.of(""));
        for (String word : dialect.missing().orElse(OpenTable.USUALLY_MISSING)) {
            words.add(word);
            words.add(word.toUpperCase(Locale.ROOT));
            words.add(word.substring(0, Math.min(1, word.length())).toUpperCase(Locale.ROOT)
                    + word.substring(Math.min(1, word.length())));
        }
        words.addAll(dialect.missing().isEmpty() ? List.of("NaN", "-NaN") : List.of());
        return Sql.texts(words.stream().distinct().toList());
    }

    private static String columns(Set<Integer> numbers, int width) {
        return IntStream.range(0, width)
                .mapToObj(c -> "'c" + c + "': '" + (numbers.contains(c) ? "DOUBLE'" : "VARCHAR'"))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// The columns that hold nothing but numbers, by DuckDB's own look at so many rows.
    private static Set<Integer> numbers(Connection connection, PlainText text, String reader, int width, int rows) {
        String names = IntStream.range(0, width).mapToObj(c -> "'c" + c + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM " + reader
                + "sample_size = " + rows + ", names = " + names
                + ", auto_type_candidates = ['DOUBLE', 'VARCHAR']) LIMIT 0")) {
            query.setString(1, text.path().toString());
            try (ResultSet result = query.executeQuery()) {
                ResultSetMetaData found = result.getMetaData();
                if (found.getColumnCount() == width) {
                    Set<Integer> numbers = new TreeSet<>();
                    for (int c = 0; c < width; c++) {
                        if (found.getColumnType(c + 1) == Types.DOUBLE) {
                            numbers.add(c);
                        }
                    }
                    return numbers;
                }
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "no types found in " + text.path() + ", so all is text", e);
        }
        return new TreeSet<>(); // loading it as text then says which line is wrong
    }

    private static boolean isText(ColumnType type) {
        return type == ColumnType.TEXT || type == ColumnType.DATE;
    }

    private static String compression(PlainText text) {
        return text.gzipped() ? "gzip" : "none";
    }

    /// A relation whose columns have types of their own.
    private static TableRelation typed(Connection connection, TableFile file, PlainText text, String reader) {
        List<String> names = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Set<Integer> numbers = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("DESCRIBE SELECT * FROM " + reader)) {
            query.setString(1, text.path().toString());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    String name = found.getString(1);
                    boolean number = NUMBER.matcher(found.getString(2)).matches()
                            && !isText(file.dialect().types().get(name));
                    columns.add("CAST(" + Sql.name(name) + (number ? " AS DOUBLE) AS c" : " AS VARCHAR) AS c")
                            + names.size());
                    if (number) {
                        numbers.add(names.size());
                    }
                    names.add(name);
                }
            }
        } catch (SQLException e) {
            throw TableFailure.of(file.path(), e);
        }
        return new TableRelation(file, text, names, numbers,
                "(SELECT " + String.join(", ", columns) + " FROM " + reader + ")", '.', List.of(), Optional.empty(),
                false);
    }

    void fill(PreparedStatement statement) throws SQLException {
        statement.setString(1, text.path().toString());
    }

    int index(String name) {
        int index = name.isEmpty() ? -1 : names.indexOf(name);
        if (index < 0) {
            throw new BadInput(Sentence.of("input.no-column", "{0} has no column \"{1}\". Choose one of: {2}.",
                    file.path().toString(), name, columns()));
        }
        return index;
    }

    String columns() {
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }
}
