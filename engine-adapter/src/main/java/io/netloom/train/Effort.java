package io.netloom.train;

import io.netloom.check.CheckedGraph;

/// How long a step takes, roughly, from the check alone; and what follows from that. It is an estimate and not a
/// measurement, so that the same training takes the same way on every day.
///
/// @param multiplyAdds of one batch's forward pass
/// @param blocks of the network
/// @param heavyBlocks those of them that multiply
record Effort(double multiplyAdds, int blocks, int heavyBlocks) {
    private static final double FLOPS = 3e10;
    private static final double FLOPS_A_MULTIPLY_ADD = 6; // forward, and twice as much backward
    private static final double SECONDS_A_BLOCK = 2e-5;
    private static final double SECONDS_A_CALL = 0.025;
    private static final int MOST_STEPS = 128;
    /// Multiply-adds of a block. Measured with all samples: a transformer with 2 million was slower on two threads, an autoencoder with
    /// 4 million faster.
    private static final double WORTH_THREADS = 3e6;

    static Effort of(CheckedGraph network, int batchSize) {
        return new Effort((double) network.multiplyAdds() * batchSize, network.order().size(),
                (int) network.order().stream().filter(node -> node.multiplyAdds() > 0).count());
    }

    double secondsPerStep() {
        return multiplyAdds * FLOPS_A_MULTIPLY_ADD / FLOPS + blocks * SECONDS_A_BLOCK;
    }

    /// Steps that one native call may take and still end soon, so that stop and charts stay prompt.
    int stepsPerCall() {
        return Math.clamp((long) (SECONDS_A_CALL / secondsPerStep()), 1, MOST_STEPS);
    }

    /// Whether several threads would spend more time waiting for each other than they save.
    boolean isForOneThread() {
        return multiplyAdds < WORTH_THREADS * Math.max(1, heavyBlocks);
    }
}
