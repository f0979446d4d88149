package io.netloom.engine.gpu;

import ai.djl.util.Platform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The build of the engine for NVIDIA's GPUs that belongs to the engine that Netloom comes with.
///
/// @param version libtorch's, `2.7.1`
/// @param bridge the version of DJL, whose bridge between Java and libtorch Netloom comes with
/// @param flavour of CUDA: `cu128` is 12.8
/// @param system such as `linux-x86_64`
public record GpuBuild(String version, String bridge, String flavour, String system) {
    /// What DJL has published bridges for, the newest first.
    private static final List<String> FLAVOURS = List.of("cu130", "cu129", "cu128", "cu126", "cu124", "cu121", "cu118");
    private static final Pattern NUMBERS = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    /// The one for this system; nothing where there is none, as on a Mac.
    public static Optional<GpuBuild> ofThisSystem() {
        Platform platform = Platform.detectPlatform("pytorch");
        Matcher version = NUMBERS.matcher(platform.getVersion());
        return FLAVOURS.stream().filter(_ -> version.lookingAt())
                .map(flavour -> new GpuBuild(version.group(), platform.getApiVersion(), flavour,
                        platform.getClassifier()))
                .filter(build -> GpuBuild.class.getClassLoader().getResource(build.bridgeResource()) != null)
                .findFirst();
    }

    /// Where the bridge lies on the class path.
    String bridgeResource() {
        return "jnilib/" + system + "/" + flavour + "/" + bridgeName();
    }

    String bridgeName() {
        return System.mapLibraryName("djl_torch");
    }

    /// Where its files lie below DJL's host, in its list of files, too.
    String prefix() {
        return flavour + "/" + system + "/";
    }

    /// `2.7.1-cu128-linux-x86_64`: the name of its folder.
    String folder() {
        return version + "-" + flavour + "-" + system;
    }

    /// `12.8`.
    public String cuda() {
        return flavour.substring(2, flavour.length() - 1) + "." + flavour.charAt(flavour.length() - 1);
    }
}
