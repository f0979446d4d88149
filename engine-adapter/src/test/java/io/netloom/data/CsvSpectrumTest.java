package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The twelve files of csv-spectrum, which try what CSV may hold.
class CsvSpectrumTest {
    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CsvSpectrumTest.class.getResource("/csv-spectrum/" + name)).toURI());
    }

    /// Every column as text; what is missing is empty.
    private static List<Map<String, String>> rows(Path path) {
        List<Map<String, String>> rows = new ArrayList<>();
        Dialect dialect = Dialect.FOUND;
        List<String> names;
        try (OpenTable table = OpenTable.open(new TableFile(path))) {
            names = table.names();
        }
        Map<String, ColumnType> texts = new LinkedHashMap<>();
        names.forEach(name -> texts.put(name, ColumnType.TEXT));
        try (OpenTable table = OpenTable.open(new TableFile(path, dialect.with(texts)))) {
            List<Integer> all = IntStream.range(0, names.size()).boxed().toList();
            table.load(all);
            table.read(all.stream().map(c -> new OpenTable.Asked(c, OpenTable.As.TEXT)).toList(), row -> {
                Map<String, String> values = new LinkedHashMap<>();
                for (int c = 0; c < names.size(); c++) {
                    values.put(names.get(c), Objects.requireNonNullElse(row.getString(c + 1), ""));
                }
                rows.add(values);
            });
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
            "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8"})
    void theRowsAreThoseOfTheJson(String name) throws IOException, URISyntaxException {
        List<Map<String, String>> expected = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(file(name + ".json").toFile())) {
            expected.add(texts(row));
        }
        assertThat(rows(file(name + ".csv"))).isEqualTo(expected);
    }

    /// In this file of the package itself the telephone number differs from the JSON's, which holds its one row without a list.
    @ParameterizedTest
    @ValueSource(strings = "location_coordinates")
    void theRowIsThatOfTheJsonButForItsTelephone(String name) throws IOException, URISyntaxException {
        Map<String, String> expected = texts(new ObjectMapper().readTree(file(name + ".json").toFile()));
        expected.put("Contact Phone Number", "2095257564");
        assertThat(rows(file(name + ".csv"))).containsExactly(expected);
    }

    private static Map<String, String> texts(JsonNode row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
