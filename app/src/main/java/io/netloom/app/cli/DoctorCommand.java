package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.app.doctor.Doctor;
import io.netloom.app.doctor.Line;
import io.netloom.app.doctor.Observed;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = "Looks whether Netloom can do its work on this machine, and says what to do if not.",
        footer = {"", "Exit status: 0 if it can, 1 if something must be mended."})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Texts texts = Texts.of(Language.ENGLISH, Locale.ENGLISH);
        List<Line> lines = Doctor.judge(Observed.look(Folders.ofThisUser()), texts);
        boolean usable = Doctor.usable(lines);
        if (json) {
            out.println(describe(lines, usable).toPrettyString());
        } else {
            out.println(Doctor.text(lines, texts));
            out.println();
            out.println(texts.get(usable ? "doctor.sound" : "doctor.unsound"));
        }
        return usable ? CommandLineInterface.DONE : CommandLineInterface.BAD_INPUT;
    }

    private static ObjectNode describe(List<Line> lines, boolean usable) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("usable", usable);
        ArrayNode array = all.putArray("lines");
        for (Line line : lines) {
            array.addObject().put("topic", line.topic().name().toLowerCase(Locale.ROOT))
                    .put("verdict", line.verdict().name().toLowerCase(Locale.ROOT)).put("finding", line.finding())
                    .put("advice", line.advice());
        }
        return all;
    }
}
