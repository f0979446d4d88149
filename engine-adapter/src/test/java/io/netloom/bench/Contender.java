package io.netloom.bench;

/// One way of training a network with Adam at a rate of 0.001; it goes on from run to run. Each step reads its loss.
interface Contender extends AutoCloseable {

    /// Trains some steps.
    Run run(int steps);

    @Override
    void close();

    /// @param millis what a step took
    /// @param loss of the last step, which shows that there was learning
    record Run(double millis, double loss) {}

    /// Times steps that are taken in this process.
    static Run time(int steps, Step step) {
        float loss = Float.NaN;
        long began = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            loss = step.take(i);
        }
        return new Run((System.nanoTime() - began) / 1e6 / steps, loss);
    }

    /// One training step, which gives its loss.
    interface Step {
        float take(int number);
    }
}
