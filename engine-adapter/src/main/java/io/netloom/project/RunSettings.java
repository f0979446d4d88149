package io.netloom.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.TreeSet;

/// The settings of a run by name, so that runs can be compared: each value of the plan, of the data, and the network by its
/// fingerprint, in which places on the canvas and remarks do not count.
public final class RunSettings {
    /// The name of the seed.
    public static final String SEED = "seed";
    /// The name of the network's fingerprint.
    public static final String NETWORK = "network";
    /// The name of the run that another began with, where it did.
    public static final String ORIGIN = "origin";
    /// The name of the fingerprint of the data's files, where it is known.
    public static final String FINGERPRINT = "fingerprint";
    /// The name of the versions of Netloom that have trained it, where they are known.
    public static final String PROGRAM = "program";
    static final int DIGITS = 8;
    private static final List<String> LOOKS = List.of("x", "y", "remarks");

    private RunSettings() {}

    /// The settings of a project as it was trained.
    ///
    /// @param run the folder that it lies in
    public static SequencedMap<String, String> of(Project project, Path run) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(NETWORK, fingerprint(GraphJson.write(project.graph())));
        flatten("", PlanJson.write(project.plan()), settings);
        project.data().ifPresent(data -> flatten("data", DataJson.write(data, run.toAbsolutePath().normalize()),
                settings));
        return settings;
    }

    /// The names of the settings in which runs differ, the network first.
    ///
    /// @param runs the settings of each
    public static List<String> differing(List<? extends SequencedMap<String, String>> runs) {
        var names = new LinkedHashMap<String, Boolean>();
        runs.forEach(run -> run.sequencedKeySet().forEach(name -> names.putIfAbsent(name, true)));
        return names.sequencedKeySet().stream()
                .filter(name -> runs.stream().map(run -> run.getOrDefault(name, "")).distinct().count() > 1).toList();
    }

    private static void flatten(String path, JsonNode json, SequencedMap<String, String> into) {
        if (json.isObject()) {
            json.properties().forEach(member -> flatten(member.getKey().equals("type") && !path.isEmpty() ? path
                    : path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), into));
        } else if (json.isArray()) {
            var items = new ArrayList<String>();
            json.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
            into.put(path, String.join(", ", items));
        } else {
            into.put(path, json.asText());
        }
    }

    private static String fingerprint(ObjectNode graph) {
        var text = new StringBuilder();
        canonical(graph, text);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void canonical(JsonNode json, StringBuilder text) {
        if (json.isObject()) {
            var names = new TreeSet<String>();
            json.fieldNames().forEachRemaining(names::add);
            LOOKS.forEach(names::remove);
            text.append('{');
            names.forEach(name -> {
                text.append(name).append(':');
                canonical(json.get(name), text);
            });
            text.append('}');
        } else if (json.isArray()) {
            text.append('[');
            json.forEach(item -> canonical(item, text.append(',')));
            text.append(']');
        } else {
            text.append(json);
        }
    }
}
