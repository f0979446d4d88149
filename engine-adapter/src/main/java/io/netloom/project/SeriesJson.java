package io.netloom.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.Series;
import io.netloom.data.TableFile;
import io.netloom.data.Windows;
import java.nio.file.Path;
import java.util.Optional;

/// A series as JSON: a table with a member `series`, which says how it is cut into windows.
final class SeriesJson {
    private SeriesJson() {}

    static void write(Series series, Path folder, ObjectNode json) {
        json.put("table", DataJson.relative(series.file().path(), folder));
        TableJson.write(series.file().dialect(), json);
        ObjectNode cut = json.putObject("series").put("time", series.time());
        series.group().ifPresent(column -> cut.put("group", column));
        cut.put("window", series.windows().length()).put("horizon", series.windows().horizon());
        if (series.windows().stride() != 1) {
            cut.put("stride", series.windows().stride());
        }
        TableJson.writeInputs(series.inputs(), json);
        TableJson.write(series.targets(), json);
    }

    static Series read(Fields fields, Path folder) {
        Fields cut = fields.object("series").only("time", "group", "window", "horizon", "stride");
        var file = new TableFile(DataJson.resolve(fields, "table", folder), TableJson.dialect(fields));
        Optional<String> group = cut.has("group") ? Optional.of(cut.text("group")) : Optional.empty();
        int window = cut.integer("window");
        int horizon = cut.integer("horizon");
        int stride = cut.has("stride") ? cut.integer("stride") : 1;
        Windows windows = cut.within(() -> new Windows(window, horizon, stride));
        var inputs = TableJson.inputs(fields);
        var targets = TableJson.targets(fields);
        return fields.within(() -> new Series(file, cut.text("time"), group, windows, inputs, targets));
    }
}
