package io.netloom.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.profile.Bar;
import io.netloom.profile.Baseline;
import io.netloom.profile.ColumnProfile;
import io.netloom.profile.ColumnValues;
import io.netloom.profile.Concern;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableProfile;
import io.netloom.profile.TargetProfile;
import java.util.List;
import java.util.Locale;

/// Profiles as JSON.
public final class ProfileJson {
    private ProfileJson() {}

    /// The whole profile, over several lines.
    public static String text(TableProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", profile.file().toString()).put("rows", profile.rows());
        ArrayNode columns = json.putArray("columns");
        profile.columns().forEach(column -> write(column, columns.addObject()));
        write(profile.target(), json.putObject("target"));
        write(profile.concerns(), json);
        return json.toPrettyString();
    }

    /// The profile of a folder of pictures, over several lines.
    public static String text(PictureProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("folder", profile.folder().toString()).put("files", profile.asked()).put("pictures",
                profile.pictures());
        ArrayNode classes = json.putArray("classes");
        profile.classes().forEach(c -> {
            ObjectNode one = classes.addObject().put("name", c.name()).put("count", c.count());
            c.examples().forEach(one.putArray("examples")::add);
        });
        profile.parts().forEach(json.putObject("parts")::put);
        profile.formats().forEach(json.putObject("formats")::put);
        profile.modes().forEach(json.putObject("modes")::put);
        ObjectNode sizes = json.putObject("sizes");
        sizes.put("smallest", profile.smallest().toString()).put("median", profile.median().toString())
                .put("largest", profile.largest().toString()).put("flattest", profile.flattest())
                .put("steepest", profile.steepest());
        profile.mean().forEach(json.putArray("mean")::add);
        profile.deviation().forEach(json.putArray("std")::add);
        ArrayNode leftOut = json.putArray("leftOut");
        profile.leftOut()
                .forEach(file -> leftOut.addObject().put("file", file.name()).put("cause", file.cause().toString()));
        write(profile.target(), json.putObject("target"));
        write(profile.concerns(), json);
        return json.toPrettyString();
    }

    private static void write(List<Concern> found, ObjectNode json) {
        ArrayNode concerns = json.putArray("concerns");
        for (Concern concern : found) {
            ObjectNode one = concerns.addObject().put("kind", small(concern.kind())).put("grave", concern.isGrave());
            concern.columns().forEach(one.putArray("columns")::add);
            one.put("found", concern.found().toString()).put("mend", concern.mend().toString());
        }
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
                writeBars(numbers.histogram(), json);
            }
            case ColumnValues.Moments moments -> {
                json.put("first", moments.first()).put("last", moments.last());
                writeBars(moments.histogram(), json);
            }
            case ColumnValues.Texts texts -> {
                json.put("length", texts.length());
                texts.words().ifPresent(words -> json.putObject("words").put("texts", words.texts())
                        .put("mean", words.mean()).put("vocabulary", words.vocabulary())
                        .put("repeated", words.repeated()));
                ArrayNode frequent = json.putArray("frequent");
                texts.frequent().forEach(f -> frequent.addObject().put("text", f.text()).put("count", f.count()));
            }
            case ColumnValues.Nothing _ -> {}
        }
        column.examples().forEach(json.putArray("examples")::add);
    }

    private static void writeBars(List<Bar> bars, ObjectNode json) {
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
