package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.feature.DeploymentMemory;
import io.jenkins.plugins.mlci.deploygate.risk.PriorModel;
import io.jenkins.plugins.mlci.deploygate.risk.PriorTrainer;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.risk.RiskModel;
import java.util.List;

/** Replays a recording in the order of time: each step is assessed from what was known by then, and then learned. */
public final class RiskReplay {
    /** The share of the last rows that is predicted without learning from them, where outcomes become known very late. */
    static final double HELD_OUT = 0.2;

    private RiskReplay() {}

    /**
     * What was said of each step.
     *
     * @param probability of a failure
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param coldStart what the prior alone says, for ranking: nothing of this recording was learned, though earlier
     *     rollbacks are facts that it sees
     */
    public record Said(double[] probability, double[] low, double[] high, double[] coldStart) {}

    /** Replays. */
    public static Said run(Recording recording, PriorModel prior, long seed, Runnable stepped) {
        List<Step> steps = recording.steps();
        int cut = recording.kind() == Recording.Kind.CHANGES ? recording.cut(HELD_OUT) : steps.size();
        int n = steps.size();
        Said said = new Said(new double[n], new double[n], new double[n], new double[n]);
        RiskModel model = new RiskModel(prior, seed);
        Outcomes outcomes = new Outcomes();
        for (int i = 0; i < n; i++) {
            Step step = steps.get(i);
            outcomes.tell(step.facts().started(), model::known);
            RiskModel.Quick quick = model.quick(step.facts());
            RiskEstimate.Range range = quick.range();
            said.probability[i] = range.probability();
            said.low[i] = range.low();
            said.high[i] = range.high();
            said.coldStart[i] = quick.prior();
            model.started(step.facts());
            if (!step.judged()) {
                model.forget(step.facts().id());
            } else if (i < cut) {
                outcomes.add(step);
            }
            stepped.run();
        }
        return said;
    }

    /** What a prior can learn from a recording. */
    public static PriorTrainer.Source source(Recording recording) {
        PriorTrainer.Source source = new PriorTrainer.Source(recording.name());
        DeploymentMemory memory = new DeploymentMemory();
        Outcomes outcomes = new Outcomes();
        for (Step step : recording.steps()) {
            outcomes.tell(step.facts().started(), memory::known);
            source.add(memory.row(step.facts()), step.judged() ? step.label() : Double.NaN);
            memory.started(step.facts());
            if (step.judged()) {
                outcomes.add(step);
            } else {
                memory.forget(step.facts().id());
            }
        }
        return source;
    }
}
