package io.netloom.evaluate;

import io.netloom.compile.Compiler;
import io.netloom.compile.Head;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.train.Measurement;
import io.netloom.train.TrainedModel;
import io.netloom.train.Wiring;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A trained model that is kept open, so that one question after the other is answered at once. One thread uses it. It leaves alone on how many
/// threads the engine works, so that a training may go on meanwhile.
public final class OpenModel implements AutoCloseable {
    private final Objective objective;
    private final DataSource source;
    private final Session session;

    private OpenModel(Objective objective, DataSource source, Session session) {
        this.objective = objective;
        this.source = source;
        this.session = session;
    }

    /// @param source what it learnt from: it says what numbers are called
    public static OpenModel of(TrainedModel model, DataSource source, ComputeDevice device) {
        return new OpenModel(model.objective(), source,
                Session.open(Compiler.inference(model.objective(), model.weights()), device));
    }

    /// A picture as the network sees it, and the answers.
    ///
    /// @param answers in the order of the Outputs
    public record Seen(Answer.Picture picture, List<Answer> answers) {
        public Seen {
            answers = List.copyOf(answers);
        }
    }

    /// Answers the only example of a data set, in the order of the Outputs.
    ///
    /// @param data needs no targets
    /// @throws io.netloom.shape.BadInput if it does not fit the network, or cannot be read
    public List<Answer> answer(Dataset data) {
        return answer(data, 0);
    }

    /// Answers an example of a data set, in the order of the Outputs.
    ///
    /// @param data needs no targets
    /// @throws io.netloom.shape.BadInput if it does not fit the network, or cannot be read
    public List<Answer> answer(Dataset data, int example) {
        return answers(session.predict(read(data, example)), 0);
    }

    /// Answers the only picture of a data set.
    ///
    /// @param data needs no targets
    /// @throws io.netloom.shape.BadInput if it does not fit the network, or cannot be read
    public Seen see(Dataset data) {
        List<TensorData> inputs = read(data, 0);
        return new Seen(seen(inputs, 0).orElseThrow(), answers(session.predict(inputs), 0));
    }

    private List<TensorData> read(Dataset data, int example) {
        Wiring wiring = Wiring.of(objective, data);
        Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
        batch.hold(example);
        data.read(example, batch, 0);
        return wiring.inputs(batch);
    }

    /// Answers examples of which the truth is known, in the order in which they are given; those that cannot be read are left out.
    ///
    /// @param data was opened with the model's own targets
    /// @throws io.netloom.shape.BadInput if it does not fit the network
    public List<Judged> judge(Dataset data, int[] examples) {
        Wiring wiring = Wiring.of(objective, data);
        List<Judged> judged = new ArrayList<>();
        try (BatchStream stream = BatchStream.of(data, examples, Measurement.batchSize(objective.network()))) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                Batch batch = next.get();
                List<TensorData> inputs = wiring.inputs(batch);
                List<TensorData> targets = wiring.targets(batch);
                List<float[][]> heads = session.predict(inputs);
                int[] held = batch.examples();
                for (int row = 0; row < held.length; row++) {
                    judged.add(judge(data, held[row], row, inputs, targets, answers(heads, row)));
                }
                stream.release(batch);
            }
        }
        return judged;
    }

    private Judged judge(Dataset data, int example, int row, List<TensorData> inputs, List<TensorData> targets,
            List<Answer> answers) {
        List<Answer> truths = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        int given = 0;
        for (int h = 0; h < answers.size(); h++) {
            Head head = objective.heads().get(h);
            truths.add(head.task() instanceof Task.Reconstruction(String input) ? given(head, input, inputs, row)
                    : Answer.truth(head, columns(head), targets.get(given++).rows(row, row + 1)));
            verdicts.add(Verdict.of(head, answers.get(h), truths.get(h)));
        }
        return new Judged(example, data.describe(example), seen(inputs, row), data.columns(example), answers, truths,
                verdicts);
    }

    /// The picture that the network sees first.
    private Optional<Answer.Picture> seen(List<TensorData> inputs, int row) {
        return IntStream.range(0, inputs.size()).boxed()
                .flatMap(i -> picture(objective.feeds().get(i).input(), inputs.get(i), row).stream()).findFirst();
    }

    private Optional<Answer.Picture> picture(String input, TensorData values, int row) {
        return Answer.picture(objective, input).map(shape -> {
            ByteBuffer data = values.rows(row, row + 1).data();
            byte[] pixels = new byte[data.remaining()];
            data.get(pixels);
            return new Answer.Picture(input, shape, pixels);
        });
    }

    private Answer given(Head head, String input, List<TensorData> inputs, int row) {
        TensorData values = inputs.get(objective.feeds().stream().map(feed -> feed.input()).toList().indexOf(input));
        return picture(input, values, row)
                .<Answer>map(picture -> new Answer.Picture(head.output(), picture.shape(), picture.pixels()))
                .orElseGet(() -> {
                    var floats = values.rows(row, row + 1).floats();
                    float[] raw = new float[floats.remaining()];
                    floats.get(raw);
                    return Answer.of(objective, head, columns(head), raw);
                });
    }

    private List<Answer> answers(List<float[][]> heads, int row) {
        return IntStream.range(0, heads.size()).mapToObj(h -> {
            Head head = objective.heads().get(h);
            return Answer.of(objective, head, columns(head), heads.get(h)[row]);
        }).toList();
    }

    /// What the numbers of an answer are called.
    private List<String> columns(Head head) {
        return head.task() instanceof Task.Reconstruction(String input) ? source.columns(input)
                : source.learnt(head.output());
    }

    @Override
    public void close() {
        session.close();
    }
}
