package io.netloom.app.cli;

import io.netloom.engine.EngineState;
import io.netloom.engine.gpu.Fetched;
import io.netloom.engine.gpu.GpuDownload;
import io.netloom.engine.gpu.GpuEngine;
import io.netloom.engine.gpu.NvidiaDriver;
import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "gpu", mixinStandardHelpOptions = true,
        description = "Shows whether there is a GPU that Netloom can use, and installs the engine for it.")
final class GpuCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<NvidiaDriver> driver = NvidiaDriver.look();
        Optional<GpuEngine> gpuEngine = GpuEngine.ofThisSystem();
        out.println("Driver: " + driver.map(GpuCommand::describe).orElse("no NVIDIA driver was found"));
        out.println("Engine: " + switch (EngineState.look()) {
            case EngineState.Loaded loaded -> "libtorch " + loaded.version() + " for "
                    + (loaded.cuda() ? "GPUs (CUDA); it can use " + loaded.gpus() : "the CPU") + ", from "
                    + loaded.folder();
            case EngineState.Broken(String cause) -> "cannot be loaded: " + cause;
        });
        out.println("Engine for GPUs: " + gpuEngine.map(GpuCommand::describe).orElse("there is none for this system"));
        if (gpuEngine.isPresent() && driver.isPresent() && !gpuEngine.get().installed()) {
            out.println("`netloom gpu install` fetches it from DJL's server.");
        }
        return CommandLineInterface.DONE;
    }

    @Command(name = "install", mixinStandardHelpOptions = true,
            description = "Fetches the engine for NVIDIA's GPUs, some gigabytes, from DJL's server. What was cut off goes on where it ended.")
    int install() {
        PrintWriter out = spec.commandLine().getOut();
        GpuEngine engine = GpuEngine.ofThisSystem().orElseThrow(() -> new BadInput(
                "There is no engine for NVIDIA's GPUs on this system. Netloom computes on the CPU here."));
        if (engine.installed()) {
            out.println("The engine for GPUs is installed already: " + engine.folder());
            return CommandLineInterface.DONE;
        }
        GpuDownload.refuseWithout(NvidiaDriver.look(), engine.build());
        long bytes = new GpuDownload(engine).install(progress(out));
        out.println("Fetched " + Bytes.text(bytes) + ". The engine for GPUs is in " + engine.folder()
                + ". Train with --device gpu; `netloom gpu` shows whether it finds the GPU.");
        return CommandLineInterface.DONE;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true,
            description = "Deletes the engine for GPUs; Netloom then computes on the CPU again.")
    int remove() {
        boolean removed = GpuEngine.ofThisSystem().map(GpuEngine::remove).orElse(false);
        spec.commandLine().getOut()
                .println(removed ? "The engine for GPUs is removed." : "No engine for GPUs is installed.");
        return CommandLineInterface.DONE;
    }

    private static Consumer<Fetched> progress(PrintWriter out) {
        return new Consumer<>() {
            private long told = -1;

            @Override
            public void accept(Fetched fetched) {
                long percent = fetched.total() == 0 ? 100 : fetched.bytes() * 100 / fetched.total();
                if (percent > told) {
                    told = percent;
                    out.println(percent + " % of " + Bytes.text(fetched.total()) + "  " + fetched.file());
                }
            }
        };
    }

    private static String describe(NvidiaDriver driver) {
        return driver.version() + (driver.devices().isEmpty() ? "" : ", " + String.join(", ", driver.devices()));
    }

    private static String describe(GpuEngine engine) {
        String build = "CUDA " + engine.build().cuda() + ", libtorch " + engine.build().version();
        if (engine.installed()) {
            return build + ", installed in " + engine.folder() + " (" + Bytes.text(engine.bytes()) + ")";
        }
        return build + (engine.begun() ? ", begun but not fetched whole" : ", not installed");
    }
}
