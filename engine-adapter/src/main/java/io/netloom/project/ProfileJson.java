package io.netloom.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.profile.Bar;
import io.netloom.profile.Baseline;
import io.netloom.profile.ColumnProfile;
import io.netloom.profile.ColumnValues;
import io.netloom.profile.Concern;
import io.netloom.profile.TableProfile;
import io.netloom.profile.TargetProfile;
import java.util.List;
import java.util.Locale;

/// A profile of a table as JSON.
public final class ProfileJson {
    private ProfileJson() {}

    /// The whole profile, over several lines.
    public static String text(TableProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", profile.file().toString()).put("rows", profile.rows());
        ArrayNode columns = json.putArray("columns");
        profile.columns().forEach(column -> write(column, columns.addObject()));
        write(profile.target(), json.putObject("target"));
        ArrayNode concerns = json.putArray("concerns");
        for (Concern concern : profile.concerns()) {
            ObjectNode one = concerns.addObject().put("kind", small(concern.kind())).put("grave", concern.isGrave());
            concern.columns().forEach(one.putArray("columns")::add);
            one.put("found", concern.found()).put("mend", concern.mend());
        }
        return json.toPrettyString();
    }

    private static void write(ColumnProfile column, ObjectNode json) {
        json.put("name", column.name()).put("type", small(column.type())).put("missing", column.missing())
                .put("distinct", column.distinct()).put("estimated", column.estimated());
        switch (column.values()) {
            case ColumnValues.Numbers numbers -> {
                json.put("min", numbers.least()).put("max", numbers.greatest()).put("mean", numbers.mean()).put("std",
                        numbers.deviation());
                ObjectNode quantiles = json.putObject("quantiles");
                for (int i = 0; i < numbers.quantiles().size(); i++) {
                    quantiles.put(ColumnValues.Numbers.SHARES.get(i).toString(), numbers.quantiles().get(i));
                }
                write(numbers.histogram(), json);
            }
            case ColumnValues.Moments moments -> {
                json.put("first", moments.first()).put("last", moments.last());
                write(moments.histogram(), json);
            }
            case ColumnValues.Texts texts -> {
                json.put("length", texts.length());
                ArrayNode frequent = json.putArray("frequent");
                texts.frequent().forEach(f -> frequent.addObject().put("text", f.text()).put("count", f.count()));
            }
            case ColumnValues.Nothing _ -> {}
        }
        column.examples().forEach(json.putArray("examples")::add);
    }

    private static void write(List<Bar> bars, ObjectNode json) {
        ArrayNode histogram = json.putArray("histogram");
        bars.forEach(
                bar -> histogram.addObject().put("from", bar.from()).put("to", bar.to()).put("count", bar.count()));
    }

    private static void write(TargetProfile target, ObjectNode json) {
        json.put("column", target.column()).put("chosen", target.chosen())
                .put("task", target.classes() ? "class" : "number").put("learnt", target.learnt())
                .put("judged", target.judged());
        ArrayNode baselines = json.putArray("baselines");
        for (Baseline baseline : target.baselines()) {
            ObjectNode one = baselines.addObject().put("name", baseline.name());
            baseline.scores().forEach(one::put);
        }
        target.remarks().forEach(json.putArray("remarks")::add);
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
