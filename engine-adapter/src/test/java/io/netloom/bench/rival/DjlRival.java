package io.netloom.bench.rival;

import com.google.auto.service.AutoService;
import io.netloom.bench.Contender;
import io.netloom.bench.Contest;
import io.netloom.bench.Rival;
import java.util.Optional;

/// Plain DJL, on the libtorch that Netloom runs.
@AutoService(Rival.class)
public final class DjlRival implements Rival {

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public String needs() {
        return "DJL, which comes with Netloom";
    }

    @Override
    public Optional<Contender> enter(Contest contest) {
        return DjlNetworks.find(contest.course().name()).map(block -> new DjlContender(contest, block));
    }
}
