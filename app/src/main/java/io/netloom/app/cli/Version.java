package io.netloom.app.cli;

import io.netloom.app.doctor.Observed;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Netloom " + Observed.netloomVersion()};
    }
}
